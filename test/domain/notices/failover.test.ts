import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILOVER, turnsOf, WINDOWS_BACK, type Window } from '../../../domain/notices/delivery/failover.ts';

const BOTH = ['aliyun', 'tencent'];
const IDS = Array.from({ length: 400 }, (_, n) => `QH-7KX4-M9P2-Q3T8#${n}#county#handler#sms`);

/** Which share of many messages is given to Aliyun first. */
const shareOf = (...windows: readonly Window[]): number =>
  IDS.filter((id) => turnsOf(BOTH, windows, FAILOVER, id)[0] === 'aliyun').length / IDS.length;

const good = { aliyun: { all: 100, bad: 0 } };
const bad = { aliyun: { all: 100, bad: 20 } };

describe('which provider a message is given to', () => {
  it('is the first that the province names, as long as nothing is known against it', () => {
    expect([shareOf(), shareOf({}), shareOf(good, good)]).toEqual([1, 1, 1]);
  });

  it('is the next one, as soon as a seventh of a quarter of an hour went badly', () => {
    expect(shareOf({ aliyun: { all: 20, bad: 3 } })).toBe(0);
    expect(shareOf({ aliyun: { all: 21, bad: 3 } })).toBe(1);
  });

  it('is not changed by a single bad one, however few there were', () => {
    expect(shareOf({ aliyun: { all: 1, bad: 1 } })).toBe(1);
    expect(shareOf({ aliyun: { all: 2, bad: 2 } })).toBe(0);
  });

  it('comes back a quarter of the messages at a time', () => {
    const history = [bad, good, good, good, good];
    const shares = [0, 1, 2, 3, 4].map((later) => shareOf(...Array(later).fill(good), ...history.slice(0, 5 - later)));
    expect(shares.map((share) => Math.round(share * 4) / 4)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it('is the first one again where all of them do badly', () => {
    expect(shareOf({ ...bad, tencent: { all: 10, bad: 10 } })).toBe(1);
  });

  it('is the same for a message within a window, and every provider has a turn', () => {
    const handled = fc.record({ all: fc.nat(50), bad: fc.nat(50) });
    const window = fc.dictionary(fc.constantFrom('a', 'b', 'c'), handled);
    const windows = fc.array(window, { maxLength: WINDOWS_BACK + 1 });
    fc.assert(
      fc.property(windows, fc.string(), (seen, id) => {
        const turns = turnsOf(['a', 'b', 'c'], seen, FAILOVER, id);
        expect(turns.toSorted()).toEqual(['a', 'b', 'c']);
        expect(turnsOf(['a', 'b', 'c'], seen, FAILOVER, id)).toEqual(turns);
      }),
      { numRuns: 200 },
    );
  });
});
