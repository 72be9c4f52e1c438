import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfPlace } from '../../../domain/lists/listing.ts';
import { MARK_NAMES, type Mark, marksOfRank, rankOf } from '../../../domain/lists/marks.ts';

const someMarks = fc.subarray([...MARK_NAMES]);

describe('the rank of marks in a list', () => {
  it('tells the marks again, whatever they are', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        expect(marksOfRank(rankOf(marks))).toEqual(marks);
      }),
      { numRuns: 200 },
    );
  });

  it('sorts by the weightiest mark that one case has and the other has not', () => {
    fc.assert(
      fc.property(someMarks, someMarks, (one, other) => {
        const differing = MARK_NAMES.find((mark) => one.includes(mark) !== other.includes(mark));
        const first = differing === undefined ? 0 : one.includes(differing) ? -1 : 1;
        const [mine, theirs] = [rankOf(one), rankOf(other)];
        expect(Math.sign(Number(mine > theirs) - Number(mine < theirs))).toBe(first);
      }),
      { numRuns: 200 },
    );
  });

  it('of a place that an earlier release wrote is read as that release meant it', () => {
    const marks: readonly Mark[] = factsOfPlace('1abcde8fghij#QH-0000-0000-0001').marks;
    // 31 - 8 = 23: inspection 16, group 4, repeat 2, urged 1.
    expect(marks).toEqual(['inspection', 'group', 'repeat', 'urged']);
  });
});
