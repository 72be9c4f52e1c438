import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import {
  type Entry,
  entriesIn,
  entryLine,
  faultInLedgers,
  type Ledger,
  ledgerOf,
  sealHash,
  uncountedIn,
} from '../../../domain/audit/ledger.ts';
import { checkProof, proofOf } from '../../../domain/audit/proof.ts';
import { sealDays } from '../../../usecases/audit/seal-days.ts';
import { chainOf } from '../../support/chains.ts';

const receiptNo = (number: number) => `QH-0000-0000-${String(number).padStart(4, '0')}`;
const lines = (...receipts: readonly string[]) => receipts.map((receipt) => entryLine({ receipt }, sha256));
const cases = Array.from({ length: 9 }, (_, number) => chainOf(receiptNo(number), 2));
const events = cases
  .flat()
  .map((event) => ({ ...event, type: event.seq === 1 ? 'registered' : 'reported', at: '2026-11-26T02:00:00.000Z' }));
const whole = ledgerOf('2026-11-26', lines(...cases.map(([first]) => first!.caseId)), [], sha256);

describe('the ledger of a day', () => {
  it('is the same in whatever order its entries were found, and however often', () => {
    const found = lines('QH-1', 'QH-2', 'QH-3');
    expect(ledgerOf('2026-11-26', [...found.toReversed(), ...found], [], sha256)).toEqual(
      ledgerOf('2026-11-26', found, [], sha256),
    );
  });

  it('names neither a receipt nor a case', () => {
    const [head] = chainOf('QH-7KX4-M9P2-Q3T8', 1);
    expect(entryLine({ receipt: 'QH-7KX4-M9P2-Q3T8' }, sha256) + entryLine(head!, sha256)).not.toContain('7KX4');
  });

  it('from which a receipt was dropped is known, and the receipt named, a thousand times', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.boolean(), (dropped, isSealedAnew) => {
        const receipt = receiptNo(dropped);
        const entries = whole.entries.filter((line) => line !== entryLine({ receipt }, sha256));
        const forged: Ledger = isSealedAnew ? ledgerOf('2026-11-26', entries, [], sha256) : { ...whole, entries };
        expect(faultInLedgers([forged], sha256)).toEqual(
          isSealedAnew ? undefined : { day: '2026-11-26', fault: 'entries' },
        );
        expect(sealHash(forged.seal, sha256) === sealHash(whole.seal, sha256)).toBe(!isSealedAnew);
        expect(uncountedIn(events, [forged], sha256)).toEqual([receipt]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts a complaint once that was split: its parts are cases, and no receipts', () => {
    const [part] = chainOf('QH-0000-0000-0001-1', 1);
    const opened = { ...part!, type: 'registered', at: '2026-11-26T02:00:00.000Z', partOf: { whole: receiptNo(1) } };
    expect(entriesIn(opened)).toEqual([{ caseId: opened.caseId, seq: 1, hash: opened.hash }]);
    expect(uncountedIn([opened], [whole], sha256)).toEqual([]);
  });

  it('that was sealed anew does not go with the next one, which names its seal', () => {
    const next = ledgerOf('2026-11-27', lines('QH-9'), [whole], sha256);
    const anew = ledgerOf('2026-11-26', whole.entries.slice(1), [], sha256);
    expect(faultInLedgers([whole, next], sha256)).toBeUndefined();
    expect(faultInLedgers([anew, next], sha256)).toEqual({ day: '2026-11-27', fault: 'order' });
  });

  it('proves to each of its receipts, and to no other, that it was counted', () => {
    for (const [first] of cases) {
      const proof = proofOf(first!.caseId, whole, sha256)!;
      expect(checkProof(proof, sha256)).toEqual({ holds: true, seal: sealHash(whole.seal, sha256) });
      expect(checkProof({ ...proof, receipt: 'QH-0000-0000-9999' }, sha256).holds).toBe(false);
    }
    expect(proofOf('QH-0000-0000-9999', whole, sha256)).toBeUndefined();
  });
});

describe('the days', () => {
  const entered: Record<string, Entry[]> = {};
  const kept: Ledger[] = [];
  const sealUntil = (day: string) =>
    sealDays(day, kept.slice(), {
      entries: {
        async *of(one) {
          yield* entered[one] ?? [];
        },
      },
      keep: async (ledger) => kept[kept.push(ledger) - 1]!,
      sha256,
    });
  const linesOf = (day: string) => kept.find(({ seal }) => seal.day === day)?.entries;

  it('are sealed once each, those that were missed as well, and what came late stands in a later one', async () => {
    entered['2026-11-20'] = [{ receipt: 'QH-1' }];
    await sealUntil('2026-11-20');
    entered['2026-11-20'].push({ receipt: 'QH-2' });
    entered['2026-11-22'] = [{ receipt: 'QH-3' }];
    await sealUntil('2026-11-22');
    expect(await sealUntil('2026-11-22')).toEqual([]);
    expect(kept.map(({ seal }) => seal.day)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map(linesOf)).toEqual([
      lines('QH-1'),
      lines('QH-2'),
      lines('QH-3'),
    ]);
    expect(faultInLedgers(kept, sha256)).toBeUndefined();
  });
});
