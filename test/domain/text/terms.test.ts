import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFolding } from '../../../domain/text/folding.ts';
import { compileTerms, openTerms } from '../../../domain/text/term-index.ts';
import { findInLists, findTerms } from '../../../domain/text/terms.ts';

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

  it('are found list by list in one pass, as whoever reads the text for each list from the left finds them', () => {
    const term = fc.string({
      unit: fc.constantFrom('臭', '气', '味', '水', '聲', ' ', 'a'),
      minLength: 1,
      maxLength: 4,
    });
    const list = fc.array(
      term.filter((one) => !one.includes(' ')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(list, list, fc.array(term, { maxLength: 12 }), (one, other, pieces) => {
        const text = pieces.join('');
        const index = openTerms([indexOf(one).lists[0], indexOf(other).lists[0]], folding);
        expect(findInLists(text, index)).toEqual([read(text, one), read(text, other)]);
      }),
    );
  });
});

/** Without any index: at each place the longest that stands there, then on behind it. */
function read(text: string, terms: readonly string[]) {
  const written = text.replaceAll('聲', '声');
  const found = [];
  for (let start = 0; start < text.length; ) {
    const here = terms.filter((term) => written.startsWith(term.replaceAll('聲', '声'), start));
    const [value] = here.toSorted((one, other) => other.length - one.length);
    const end = start + (value?.length ?? 1);
    if (value !== undefined) found.push({ value, start, end });
    start = end;
  }
  return found;
}
