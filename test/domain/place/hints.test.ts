import { describe, expect, it } from 'vitest';
import { placeHintsIn } from '../../../domain/place/hints.ts';

const hintsOf = (text: string) => placeHintsIn(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('what helps to find the spot', () => {
  it.each([
    ['青石路37号门口', ['road 青石路37号']],
    ['在青石路与滨江大道交叉口', ['crossing 青石路与滨江大道交叉口']],
    ['108国道南侧', ['road 108国道', 'position 南侧']],
    ['S203K15+300处的沙场', ['kilometre S203K15+300']],
    ['青石路台山小区8号楼旁的绿地', ['road 青石路', 'estate 台山小区8号楼']],
    ['东渡街道滨江花园3栋2单元', ['estate 滨江花园3栋2单元']],
    ['枫林镇下坞村3组的养猪场', ['village 下坞村3组']],
    ['从村口往北约100米', ['position 往北约100米']],
    ['我家对面的饭店', ['position 对面']],
  ])('%s', (text, hints) => {
    expect(hintsOf(text)).toEqual(hints);
  });

  it('is told in the order of the text, each place once', () => {
    const hints = placeHintsIn('青石路台山小区8号楼，往东200米，对面就是。');
    expect(hints.map(({ start }) => start)).toEqual(hints.map(({ start }) => start).toSorted((a, b) => a - b));
    expect(hints.every(({ end }, i) => end <= (hints[i + 1]?.start ?? end))).toBe(true);
  });

  it.each(['村民和街道都知道', '高速公路很吵', '到处都是垃圾', ''])('is nothing in: %s', (text) => {
    expect(hintsOf(text)).toEqual([]);
  });
});
