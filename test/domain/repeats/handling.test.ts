import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { relationBetween, rules, sketched } from './shipped-rules.ts';

interface Sample {
  readonly aboutHandling: boolean;
  readonly earlier?: string;
  readonly text: string;
}

const read = (set: string): Sample[] =>
  readFileSync(new URL(`samples/${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const isTold = (text: string): boolean => sketched(text).handling >= rules.limits.handling;

describe('how an earlier complaint was handled', () => {
  it.each(['handling', 'later-handling', 'told-by-whom', 'again', 'told-apart'])(
    'is told from the matter itself in nineteen of twenty of the %s set',
    (set) => {
      const samples = read(set);
      const right = samples.filter(({ aboutHandling, text }) => isTold(text) === aboutHandling);
      expect(right.length / samples.length).toBeGreaterThanOrEqual(0.95);
    },
  );

  it.each([
    ['last-handling', 0.95],
    ['unseen-handling', 0.9],
  ])('is told from the matter going on in nine of ten pairs that no weight was fitted to: %s', (set, share) => {
    const samples = read(set);
    const right = samples.filter(
      ({ aboutHandling, earlier = '', text }) =>
        (relationBetween(earlier, text).relation === 'about-handling') === aboutHandling,
    );
    expect(right.length / samples.length).toBeGreaterThanOrEqual(share);
  });

  it.each([
    '健康小区7号楼换热站，供暖开始后没睡过一个整觉，热力公司答复说等明年改造',
    '安居里小区门口夜市，摊子都摆到单元门口了，油烟噪声垃圾样样有，盼望回复',
    '人民北路汽修厂露天喷漆，跟老板理论，老板承诺搬走，说了半年没搬',
  ])('is not what others promise, nor an answer that is wished for: %s', (text) => {
    expect(isTold(text)).toBe(false);
  });

  it('is heard in English too, with the Chinese names that it quotes', () => {
    const later =
      'Your reply about the car wash at 南苑路洗车店 says it is closed, but it is open. I do not accept this';
    expect(relationBetween('南苑路洗车店污水', later).relation).toBe('about-handling');
  });

  it('is no matter of names: what a street or an estate is called is not weighed', () => {
    expect(isTold('翠湖花园楼下烧烤店噪声扰民')).toBe(false);
  });

  it('is told of the same source at one place, whatever else is complained of there', () => {
    const earlier = '新华街72号KTV震动扰民';
    const later = '新华街72号KTV，监测的时候他们把音量调小，测完走了立马放大，这种数据你们也敢写进答复';
    expect(relationBetween(earlier, later).relation).toBe('about-handling');
  });

  it.each([
    ['蓝湾国际小区工地打桩震动', '蓝湾国际打桩，打了五次热线每次都说已转办，转到哪里去了'],
    ['红星矿业粉尘大', '红星矿业粉尘，上级交办给区里，区里又交办给镇里，镇里让矿上自己查自己，荒唐'],
  ])('is told where the name is shortened, or those are named to whom it was passed: %s', (earlier, later) => {
    expect(relationBetween(earlier, later).relation).toBe('about-handling');
  });

  it('is told by the weights of words in short texts alone', () => {
    const dissent = '安康路粮油店，罚款通知发了三张，设备一天没停，这种罚有什么用';
    expect(isTold(dissent)).toBe(true);
    expect(isTold(`${dissent}。${'晚上机器响。'.repeat(20)}`)).toBe(false);
  });
});
