import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersIn, numbersText, numbersWithin, sentencesOf, stretchesOf } from '../../../domain/text/sentences.ts';

const TEXT = '工地夜里施工。邻居说：“太吵了！”\n河里有人倒污水，味道很大';

describe('sentences of a letter', () => {
  it('end with their marks, with what closes a quotation, and with their line', () => {
    const words = sentencesOf(TEXT).map(({ start, end }) => TEXT.slice(start, end));
    expect(words).toEqual(['工地夜里施工。', '邻居说：“太吵了！”\n', '河里有人倒污水，味道很大']);
  });

  it('begin as well where a part does', () => {
    const at = TEXT.indexOf('味道');
    const sentences = sentencesOf(TEXT, [at]);
    expect(sentences).toHaveLength(4);
    expect(numbersWithin(sentences, { start: 0, end: at })).toEqual([1, 2, 3]);
  });

  it('are together the whole letter, whatever it says and wherever it is cut', () => {
    const letter = fc.string({ unit: fc.constantFrom('工', '。', '！', '”', '\n', ' ', '…', 'a'), maxLength: 60 });
    fc.assert(
      fc.property(letter, fc.array(fc.nat(80), { maxLength: 4 }), (text, cuts) => {
        const sentences = sentencesOf(text, cuts);
        expect(sentences.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(sentences.every(({ start, end }) => end > start)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['1-3、5', [1, 2, 3, 5]],
    ['5，2至3 9', [2, 3, 5, 9]],
    ['3-1', undefined],
    ['第一句', undefined],
  ])('are called by their numbers: %s', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it('called by numbers stand where they stood, those that follow each other as one', () => {
    const sentences = sentencesOf(TEXT);
    const ends = sentences.map(({ end }) => end);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }), (some) => {
        const numbers = some.toSorted((one, other) => one - other);
        expect(numbersIn(numbersText(numbers))).toEqual(numbers);
        const stretches = stretchesOf(numbers, ends)!;
        expect(stretches.flatMap((one) => numbersWithin(sentences, one))).toEqual(numbers);
      }),
      { numRuns: 50 },
    );
    expect(stretchesOf([4], ends)).toBeUndefined();
  });
});
