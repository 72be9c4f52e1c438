import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';

const { rules } = loadRules();
const read = (text: string) => classify(text, rules);
const isEnvironmental = (text: string) => !['unknown', 'not-environmental'].includes(read(text).matter);

describe('a sign that is part of a name', () => {
  it.each([
    '红水镇的低保多久审一次',
    '环保街的公交站牌倒了',
    '蓝海环保科技有限公司不给员工交社保',
    '噪声乐团的演出票不退钱',
    '环境工程学院的学位证没有发',
    '环保大楼的电梯坏了一周',
    '清风除尘设备厂不给员工交社保',
  ])('is no sign: %s', (text) => {
    expect(isEnvironmental(text)).toBe(false);
  });

  it('leaves the complaint about the bearer of the name as it is', () => {
    expect(read('蓝海环保科技有限公司夜里往沟里排废水').types).toContain('水');
    expect(read('臭水沟路边的养猪场粪水横流').types).toContain('水');
  });
});

describe('what is meant figuratively', () => {
  it.each([
    '公司里乌烟瘴气，升职全靠送礼',
    '这种节目污染孩子的心灵',
    '谣言像毒气一样传开',
    '弹窗广告就是网络噪音，往我手机里排毒',
    '相亲平台里全是托，跟个垃圾场一样',
  ])('is no sign: %s', (text) => {
    expect(isEnvironmental(text)).toBe(false);
  });

  it('is one where a source bears it out', () => {
    expect(read('楼下烧烤店弄得乌烟瘴气').types).toEqual(['大气']);
    expect(read('车间飘出来的味道像农药味一样').types).toEqual(['大气']);
  });
});

describe('what is denied', () => {
  it('falls out, and what is complained of instead stays', () => {
    expect(read('不是噪声问题，是胶水味').types).toEqual(['大气']);
    expect(read('我不是投诉油烟，是风机的轰鸣').types).toEqual(['噪声']);
    expect(read('不是他们家的狗叫，是他家油烟冲着窗户').types).toEqual(['大气']);
    expect(read('河水挺清的，是隔壁烧塑料').types).toEqual(['大气']);
    expect(read('再也闻不到臭味，可是机器还轰鸣').types).toEqual(['噪声']);
    expect(read('跟气味、声音都没关系，是对面玻璃幕墙反光').types).toEqual(['其他']);
    expect(read('臭味已经没有了，废水还在往河里排').types).toEqual(['水']);
  });

  it('is not denied by a question or by "either"', () => {
    expect(read('难道不是噪声吗，机器轰鸣一夜').types).toEqual(['噪声']);
    expect(read('不是臭气就是粉尘，天天如此').types).toEqual(['大气']);
  });

  it('is not gone because nobody takes care of it', () => {
    expect(read('臭味没有人管').types).toEqual(['大气']);
    expect(read('噪声没有解决').types).toEqual(['噪声']);
  });
});

describe('what complains of nothing', () => {
  it.each([
    ['我公司承接脱硫脱硝工程，价格优惠，欢迎来电洽谈', 'advertisement'],
    ['感谢环保局的同志，印刷厂的异味没有了', 'thanks'],
    ['快递放门口就行', 'misdirected'],
  ])('has a matter of its own, nobody’s, without types: %s', (text, matter) => {
    const told = read(text);
    expect(told).toMatchObject({ matter, types: [], competent: false, urgency: 'normal' });
    expect(told.trace.join()).toContain('待人工确认');
  });

  it('is told from a complaint about an offer, and from thanks with a complaint', () => {
    expect(read('举报有人代办环评包通过，价格优惠，都是造假的').matter).not.toBe('advertisement');
    expect(read('感谢你们来过，可是喷漆房的味道又回来了').types).toEqual(['大气']);
    expect(read('在吗？楼下饭店油烟直排').types).toEqual(['大气']);
  });
});

describe('a complaint in English', () => {
  it('is classified by what its words mean, and says its language', () => {
    expect(read('A chemical plant is dumping waste water into the river')).toMatchObject({
      lang: 'en',
      matter: 'industrial-wastewater',
    });
    expect(read('The tanker overturned, gasoline is leaking into the reservoir').urgency).toBe('emergency');
    expect(read('My boss did not pay my salary this month').types).toEqual([]);
  });

  it('is not one that only has English names in it', () => {
    expect(read('楼下KTV和LIVE HOUSE每晚噪声扰民到两点，影响休息').lang).toBeUndefined();
  });
});
