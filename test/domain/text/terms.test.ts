import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFolding } from '../../../domain/text/folding.ts';
import { compileTerms, findTerms } from '../../../domain/text/terms.ts';

const folding = compileFolding({ traditional: '聲氣', simplified: '声气' });
const indexOf = (terms: string[]) =>
  compileTerms(
    terms.map((term) => [term, term] as const),
    folding,
  );
const found = (text: string, terms: string[]) => findTerms(text, indexOf(terms)).map(({ value }) => value);

describe('terms in a text', () => {
  it('are found longest first, none inside another', () => {
    expect(found('臭气熏天，很臭', ['臭', '臭气', '臭气熏天'])).toEqual(['臭气熏天', '臭']);
  });

  it('are found in traditional characters, full width and capitals', () => {
    expect(found('噪聲、廢氣、ＫＴＶ', ['噪声', '气', 'ktv'])).toEqual(['噪声', '气', 'ktv']);
  });

  it('are found at the very end, where a longer one would not fit', () => {
    expect(found('夜间噪', ['噪', '噪声扰民'])).toEqual(['噪']);
  });

  it('keep their places in the original text', () => {
    expect(findTerms('有噪聲。', indexOf(['噪声']))).toEqual([{ value: '噪声', start: 1, end: 3 }]);
  });

  it('never overlap, and stand where they are said to stand, whatever the text', () => {
    const letters = fc.string({ unit: fc.constantFrom('臭', '气', '味', '水', 'a'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 8 }),
        fc.array(letters, { maxLength: 12 }),
        (terms, parts) => {
          const text = parts.join('');
          let last = 0;
          for (const { value, start, end } of findTerms(text, indexOf(terms))) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(text.slice(start, end)).toBe(value);
            last = end;
          }
        },
      ),
    );
  });
});
