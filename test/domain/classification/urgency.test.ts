import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';

const { rules } = loadRules();
const urgencyOf = (text: string) => classify(text, rules).urgency;

describe('how soon somebody must look', () => {
  it.each([
    '化工厂刚才爆炸了，浓烟滚滚',
    '氨气泄漏，味道刺鼻',
    '河里大量死鱼，上游工厂在排废水',
    '有人往饮用水源地倾倒化工废液，水体发臭',
    '工厂废气飘进小学，学生头晕呕吐',
    '学校旁边喷漆店气味刺鼻，全班头晕',
    '厂里排毒气，村里几十人头晕恶心',
    // An accident is one before anyone can tell of what kind.
    '氯气泄漏，附近居民中毒',
    '化工厂刚才爆炸了，好多人晕倒送医院',
    '罐车侧翻泄漏，附近居民昏迷',
  ])('at once: %s', (text) => {
    expect(urgencyOf(text)).toBe('emergency');
  });

  it.each([
    ...['工厂夜间噪声很大，睡不着', '隔壁工地夜间施工', '废气刺鼻，闻了头晕', '基站辐射影响健康'],
    ...['小学旁边的喷漆店气味刺鼻，我闻了头疼', '垃圾焚烧厂臭气熏天，村民聚集堵路', '业主联名反映工厂废气'],
  ])('sooner than others: %s', (text) => {
    expect(urgencyOf(text)).toBe('urgent');
  });

  it('tells the duty desk of a crowd, not of a joint letter', () => {
    expect(classify('垃圾焚烧厂臭气熏天，村民聚集堵路', rules).alerts).toEqual(['group-incident']);
    expect(classify('业主联名反映工厂废气', rules).alerts).toBeUndefined();
  });

  it('wakes nobody because the sender asks that their name be kept', () => {
    expect(urgencyOf('工厂废气异味大，请保密，谨防泄露个人信息')).not.toBe('emergency');
  });

  it.each(['木材厂白天噪声很大', '路边堆放建筑垃圾'])('in its turn: %s', (text) => {
    expect(urgencyOf(text)).toBe('normal');
  });

  it('wakes nobody for what is not environmental', () => {
    expect(urgencyOf('食堂学生食物中毒，学校收费也不合理，老师工资拖欠')).toBe('normal');
  });

  it('wakes nobody for an accident that is denied', () => {
    expect(urgencyOf('工厂废气异味大，虽未发生爆炸')).not.toBe('emergency');
  });

  it('wakes nobody because one sentence names many people and a distant one an illness', () => {
    const text = '几十人签名反映塑料厂的废气。厂子开了三年。没有人来管。周围的树也死了。我有时咳嗽。';
    expect(urgencyOf(text)).toBe('urgent');
  });
});
