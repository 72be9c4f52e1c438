import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../domain/text/parts.ts';

const wordsOf = (text: string) => partsOf(text).map(({ start, end }) => text.slice(start, end));

describe('a complaint that numbers its problems has so many parts', () => {
  it.each([
    ['digits', '反映两个问题：1.化工厂夜里排废气；2.河边倒建筑垃圾。', ['1.化工厂夜里排废气；', '2.河边倒建筑垃圾。']],
    [
      'full-width digits',
      '１、化工厂夜里排废气。２、河边倒建筑垃圾。',
      ['１、化工厂夜里排废气。', '２、河边倒建筑垃圾。'],
    ],
    ['a year behind', '1.河边倒建筑垃圾；2.2021年起化工厂排废气', ['1.河边倒建筑垃圾；', '2.2021年起化工厂排废气']],
    ['numerals', '一、化工厂夜里排废气\n二、河边倒建筑垃圾', ['一、化工厂夜里排废气\n', '二、河边倒建筑垃圾']],
    ['brackets', '（1）化工厂夜里排废气（2）河边倒建筑垃圾', ['（1）化工厂夜里排废气', '（2）河边倒建筑垃圾']],
    ['circles', '①化工厂夜里排废气②河边倒建筑垃圾', ['①化工厂夜里排废气', '②河边倒建筑垃圾']],
    ['words', '第一，化工厂夜里排废气；第二，河边倒建筑垃圾', ['第一，化工厂夜里排废气；', '第二，河边倒建筑垃圾']],
    ['一是', '投诉如下：一是化工厂夜里排废气，二是河边倒垃圾', ['一是化工厂夜里排废气，', '二是河边倒垃圾']],
  ])('%s', (_, text, parts) => {
    expect(wordsOf(text)).toEqual(parts);
  });

  it('by its outermost numbers', () => {
    const text = '一、化工厂的问题：（1）夜里排废气很臭；（2）白天噪声也很大。二、河边有人倒建筑垃圾。';
    expect(wordsOf(text)).toHaveLength(2);
  });

  it('and one more where 另外 follows the last number', () => {
    expect(wordsOf('1.化工厂夜里排废气。2.河边倒建筑垃圾。另外，饭店油烟直排居民楼。')).toHaveLength(3);
  });

  it('nine at most; the last one holds the rest', () => {
    const text = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
      .map((n) => `${n}、某处有人倾倒垃圾。`)
      .join('');
    const parts = partsOf(text);
    expect(parts).toHaveLength(9);
    expect(parts.at(-1)!.end).toBe(text.length);
  });
});

describe('a complaint that goes on to another problem has parts', () => {
  it.each([
    '化工厂夜里排废气。另外，河边倒建筑垃圾。',
    '化工厂夜里排废气，此外，河边倒建筑垃圾。',
    '化工厂夜里排废气。另有人在河边倒建筑垃圾。',
    '化工厂夜里排废气。还有河边倒建筑垃圾没人管。',
    '化工厂夜里排废气；同时，河边也有人倒建筑垃圾。',
  ])('%s', (text) => {
    expect(wordsOf(text)).toHaveLength(2);
  });
});

describe('a complaint has no parts', () => {
  it.each([
    ['a measure', '每天排放1.5吨污水，2.3公里外都能闻到。'],
    ['houses in a row', '噪声影响1、2、3号楼的居民休息。'],
    ['a road', '108国道旁1.2公里处，2.4米高的煤堆没有覆盖。'],
    ['one number alone', '1.化工厂夜里排放刺鼻的废气。'],
    ['numbers out of order', '2.化工厂夜里排废气；3.河边倒建筑垃圾。'],
    ['the points of a reply', '上次答复说“1.化工厂已停产整改；2.河边垃圾已清理。另外，将加强巡查。”，都不属实。'],
    ['the same at once', '化工厂排放废气的同时产生很大的噪声。'],
    ['too little behind the number', '1.废气。2.噪声。'],
    ['a part of a whole', '臭味其中一部分来自化工厂，还有一部分来自养猪场。'],
    ['nothing at all', ''],
  ])('for %s', (_, text) => {
    expect(wordsOf(text)).toEqual([]);
  });
});

it('parts follow one another without gap, within the text, whatever it holds', () => {
  const piece = fc.constantFrom(
    '一、',
    '二、',
    '1.',
    '2.',
    '（1）',
    '（2）',
    '。另外',
    '“',
    '”',
    '化工厂排放废气',
    '。',
    '\n',
    '３',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const parts = partsOf(text);
      expect(parts.length).not.toBe(1);
      expect(parts.every(({ start, end }) => end - start >= 6 && end <= text.length)).toBe(true);
      expect(parts.slice(1).every(({ start }, i) => start === parts[i]!.end)).toBe(true);
      if (parts.length > 0) expect(parts.at(-1)!.end).toBe(text.length);
    }),
  );
});
