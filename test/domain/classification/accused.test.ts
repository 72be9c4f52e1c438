import { describe, expect, it } from 'vitest';
import { accusedIn } from '../../../domain/classification/accused.ts';

const namedIn = (text: string, target?: string) =>
  accusedIn(text, target).flatMap(({ kind, name }) => (kind === 'named' ? [name] : []));
const likeliest = (text: string, target?: string) => accusedIn(text, target)[0]!;

describe('who is accused', () => {
  it.each([
    ['临禾区柳营镇的禾丰化工有限公司夜里偷排废气', '禾丰化工有限公司'],
    ['石渡区船坞镇东风路边的永兴印染厂往河里排污水', '永兴印染厂'],
    ['苇塘镇苇东村飞达养猪场臭气熏天', '飞达养猪场'],
    ['楼下新开了一家老灶头火锅店，油烟直排', '老灶头火锅店'],
    ['半夜还在唱歌的金海湾KTV', '金海湾KTV'],
    ['锦绣花园二期工地凌晨打桩', '工地'],
    ['“蓝海”彩钢厂喷漆没有棚', '蓝海彩钢厂'],
    ['《老码头》夜里音响很吵', '老码头'],
    ['举报乾元门业油漆味大', '乾元门业'],
  ])('%s', (text, name) => {
    expect(likeliest(text).name).toContain(name);
  });

  it('is whom the sender named, with the others behind', () => {
    const [first, second] = accusedIn('永兴印染厂往河里排污水', '禾丰化工有限公司');
    expect(first).toEqual({ kind: 'named', name: '禾丰化工有限公司', score: 0.95 });
    expect(second).toMatchObject({ name: '永兴印染厂' });
    expect(second!.score).toBeLessThan(0.5);
  });

  it('is one, however often and in whatever words around it the name is said', () => {
    const text = '永兴印染厂夜里排污水。自2024年永兴印染厂开工，河水就黑了。要求查处永兴印染厂。';
    expect(namedIn(text)).toEqual(['永兴印染厂']);
  });

  it('is more likely the works than the school beside it', () => {
    expect(namedIn('影响临禾小学师生的是永兴印染厂的废气')[0]).toBe('永兴印染厂');
  });

  it('may be one of several where it is only named after its village', () => {
    const { name, score } = accusedIn('苇东村砖厂冒黑烟').find(({ kind }) => kind === 'named')!;
    expect(name).toBe('苇东村砖厂');
    expect(score).toBeLessThan(0.6);
  });
});

describe('the source is unknown', () => {
  it.each([
    ['楼下餐馆油烟直排', '楼下餐馆'],
    ['河边有一家化工厂偷排', '化工厂'],
    ['好几家采石场把山挖空了', '采石场'],
    ['某某公司偷排废水', '公司'],
  ])('where only a trade is said: %s', (text, described) => {
    expect(likeliest(text)).toMatchObject({ kind: 'unknown', name: described });
    expect(namedIn(text)).toEqual([]);
  });

  it('where nobody is named at all', () => {
    expect(accusedIn('每天夜里有刺鼻的臭味')).toEqual([{ kind: 'unknown', score: 0.9 }]);
  });

  it('where the text says so, though somebody is named', () => {
    expect(likeliest('永兴印染厂附近有臭味，来源不明').score).toBeGreaterThanOrEqual(0.7);
    expect(accusedIn('永兴印染厂附近有臭味，来源不明').find(({ kind }) => kind === 'unknown')!.score).toBe(0.7);
  });

  it('where the sender names nobody', () => {
    expect(likeliest('夜里有臭味', '不清楚')).toMatchObject({ kind: 'unknown' });
    expect(likeliest('夜里有油烟味', '楼下饭店')).toMatchObject({ kind: 'unknown', name: '楼下饭店' });
  });

  it('is always among the possibilities', () => {
    for (const text of ['永兴印染厂排污水', '', '楼下餐馆'])
      expect(accusedIn(text).filter(({ kind }) => kind === 'unknown')).toHaveLength(1);
  });
});

describe('no business is', () => {
  it.each(['厂家直销，店面出租', '市场价格太高', '老厂村的河水发黑', '煤矿石堆在路边'])('%s', (text) => {
    expect(namedIn(text)).toEqual([]);
  });
});

describe('a name begins', () => {
  it.each([
    ['上个月一家永兴公司搬来', '永兴公司'],
    ['青禾大道南侧的百灵家具厂', '百灵家具厂'],
    ['2025年3月永兴印染厂复工', '永兴印染厂'],
    ['他们多次去永兴印染厂交涉', '永兴印染厂'],
    ['（原永兴印染厂）夜里冒烟', '永兴印染厂'],
  ])('where the words before it end: %s', (text, name) => {
    expect(namedIn(text).some((found) => found!.endsWith(name) && found!.length <= name.length + 1)).toBe(true);
  });
});
