import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { lastHashOf, linked, type StoredEvent } from '../../../domain/audit/chain.ts';
import type { BrokenChain } from '../../../domain/audit/verify-chain.ts';
import { verifyRecord } from '../../../domain/audit/verify-record.ts';
import { chainOf, headOf, type LinkedEvent } from '../../support/chains.ts';

/** Three cases; where in one of them something happens. */
const arrangement = fc
  .record({ which: fc.nat(2), lengths: fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 6 }))) })
  .chain(({ which, lengths }) =>
    fc.record({
      which: fc.constant(which),
      lengths: fc.constant(lengths),
      at: fc.nat(lengths[which]! - 1),
      noise: fc.nat(),
    }),
  );

const IDS = ['QH-0000-0000-0001', 'QH-0000-0000-0002', 'QH-0000-0000-0003'];
const casesOf = (lengths: readonly number[]) => lengths.map((length, index) => chainOf(IDS[index]!, length));
const flat = (cases: readonly (readonly StoredEvent[])[]): StoredEvent[] => cases.flat();

const brokenIn = (events: readonly StoredEvent[], heads = [] as ReturnType<typeof headOf>[]): readonly BrokenChain[] =>
  verifyRecord(events, heads, sha256).flatMap((found) => ('fault' in found ? found : []));

/** The event with one letter of one of its values changed. */
function flipped(event: LinkedEvent, noise: number): StoredEvent {
  const text = JSON.stringify(event);
  const places = [...text.matchAll(/[a-z0-9](?=[^"]*"[,}])/g)].map(({ index }) => index);
  for (let turn = 0; ; turn += 1) {
    const at = places[(noise + turn) % places.length]!;
    const other = text[at] === 'a' ? 'b' : 'a';
    const changed = JSON.parse(`${text.slice(0, at)}${other}${text.slice(at + 1)}`);
    if (changed.caseId === event.caseId) return changed;
  }
}

const tried = (check: (given: { which: number; lengths: number[]; at: number; noise: number }) => void) =>
  fc.assert(fc.property(arrangement, check), { numRuns: 1_000 });

describe('the record of cases', () => {
  it('holds as it was written, and whatever order the cases stand in', () => {
    tried(({ lengths }) => {
      const cases = casesOf(lengths);
      expect(brokenIn(flat(cases.toReversed()), cases.map(headOf))).toEqual([]);
    });
  });

  it('with one letter changed names that event, a thousand times', () => {
    tried(({ which, lengths, at, noise }) => {
      const cases = casesOf(lengths);
      const events = flat(cases).map((event) =>
        event === cases[which]![at] ? flipped(event as LinkedEvent, noise) : event,
      );
      expect(brokenIn(events)).toEqual([{ caseId: IDS[which], seq: at + 1, fault: 'changed' }]);
    });
  });

  it('without its last event names what is missing by what was known of the case, a thousand times', () => {
    tried(({ which, lengths }) => {
      const cases = casesOf(lengths.map((length) => length + 1));
      const last = cases[which]!.length;
      const events = flat(cases.with(which, cases[which]!.slice(0, -1)));
      expect(brokenIn(events, cases.map(headOf))).toEqual([{ caseId: IDS[which], seq: last, fault: 'missing' }]);
    });
  });

  it('without an event in the middle names it, a thousand times', () => {
    tried(({ which, lengths, at }) => {
      const cases = casesOf(lengths.map((length) => length + 1));
      const events = flat(cases.with(which, cases[which]!.toSpliced(at, 1)));
      expect(brokenIn(events)).toEqual([{ caseId: IDS[which], seq: at + 1, fault: 'missing' }]);
    });
  });

  it('with two cases in each other’s place names the first event of each, a thousand times', () => {
    tried(({ which, lengths }) => {
      const other = (which + 1) % 3;
      const cases = casesOf(lengths);
      const under = (index: number, caseId: string) => cases[index]!.map((event) => ({ ...event, caseId }));
      const swapped = cases.with(which, under(other, IDS[which]!)).with(other, under(which, IDS[other]!));
      const broken = brokenIn(flat(swapped)).map(({ caseId, seq }) => [caseId, seq]);
      expect(broken.toSorted()).toEqual(
        [
          [IDS[which], 1],
          [IDS[other], 1],
        ].toSorted(),
      );
    });
  });

  it('written anew from some event on, hashes and all, is not what was known', () => {
    tried(({ which, lengths, at }) => {
      const cases = casesOf(lengths);
      const own = cases[which]!;
      const forged = own.slice(at).map((event) => ({ ...event, findings: '未见异常。' }));
      const anew = [...own.slice(0, at), ...linked(forged, own[at - 1]?.hash ?? own[0]!.prev, sha256)];
      const broken = brokenIn(flat(cases.with(which, anew)), cases.map(headOf));
      expect(broken).toEqual([{ caseId: IDS[which], seq: own.length, fault: 'rewritten' }]);
    });
  });

  it('with an event of another release, which bears no hash, holds once a later one vouches for it', () => {
    const plain = chainOf(IDS[0]!, 3).map(({ prev, hash, ...event }) => event);
    const next = { ...plain[0]!, seq: 4 };
    const [fourth] = linked([next], lastHashOf(plain, sha256), sha256);
    expect(brokenIn(plain)).toEqual([]);
    expect(brokenIn([...plain, fourth!])).toEqual([]);
    expect(
      brokenIn([...plain.with(1, { ...plain[1]!, caseId: IDS[0]!, type: 'closed' } as StoredEvent), fourth!]),
    ).toEqual([{ caseId: IDS[0], seq: 1, fault: 'moved' }]);
  });

  it('with an event whose hash was taken away names it', () => {
    const [first, second, third] = chainOf(IDS[0]!, 3);
    const { prev, hash, ...bare } = second!;
    expect(brokenIn([first!, bare])).toEqual([{ caseId: IDS[0], seq: 2, fault: 'unlinked' }]);
    const forged = { ...bare, findings: '未见异常。' } as StoredEvent;
    expect(brokenIn([first!, forged, third!])).toEqual([{ caseId: IDS[0], seq: 2, fault: 'moved' }]);
  });
});
