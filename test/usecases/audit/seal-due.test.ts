import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { memoryDayEntries } from '../../../adapters/memory/day-entries.ts';
import { memoryLedgers } from '../../../adapters/memory/ledgers.ts';
import { entryLine, faultInLedgers, type Ledger, type Seal, sealHash } from '../../../domain/audit/ledger.ts';
import { ledgerIn, ledgerText } from '../../../domain/audit/ledger-text.ts';
import { sealLetter, sealLetterOf } from '../../../domain/notices/lists/seal-letter.ts';
import { sealDays } from '../../../usecases/audit/seal-days.ts';
import { sealDue } from '../../../usecases/audit/seal-due.ts';
import { beijing } from '../../support/rules.ts';

function newService() {
  const [entries, ledgers, told] = [memoryDayEntries(), memoryLedgers(), [] as Seal[]];
  const tell = async (seal: Seal) => void told.push(seal);
  const runAt = (time: string) => sealDue(beijing(time), { entries, ledgers, tell, sha256 });
  const daysKept = () => ledgers.all().map(({ seal }) => seal.day);
  return { entries, ledgers, told, runAt, daysKept };
}

describe('the seal by the clock', () => {
  it('seals a day from 01:00 of the next on, and says when there is more to do', async () => {
    const { runAt, daysKept } = newService();
    await runAt('2026-11-26 12:00');
    expect(await runAt('2026-11-27 00:59')).toEqual({ sealed: [], idleUntil: beijing('2026-11-27 01:00') });
    expect((await runAt('2026-11-27 01:00')).idleUntil).toBe(beijing('2026-11-28 01:00'));
    expect(daysKept()).toEqual(['2026-11-25', '2026-11-26']);
  });

  it('changes nothing when it runs again, and tells nothing', async () => {
    const { runAt, ledgers, told, entries } = newService();
    await runAt('2026-11-27 01:00');
    const [kept, letters] = [ledgers.all(), told.length];
    await entries.put('2026-11-26', { receipt: 'QH-late' });
    expect((await runAt('2026-11-27 02:00')).sealed).toEqual([]);
    expect([ledgers.all(), told.length]).toEqual([kept, letters]);
  });

  it('makes up for the days of an outage, each with a ledger that names the one before', async () => {
    const { runAt, ledgers, entries, told } = newService();
    await runAt('2026-11-02 01:00');
    await entries.put('2026-11-10', { receipt: 'QH-1' });
    await runAt('2026-11-27 09:00');
    expect(ledgers.all()).toHaveLength(26);
    expect(faultInLedgers(ledgers.all(), sha256)).toBeUndefined();
    expect((await ledgers.read('2026-11-10'))!.entries).toEqual([entryLine({ receipt: 'QH-1' }, sha256)]);
    expect(new Set(told.map(({ day }) => day)).size).toBe(26);
  });

  it('leaves the ledger that stands where two run at once and one saw more, and goes on from that', async () => {
    const { entries, ledgers, told, runAt } = newService();
    const theirs = { ...ledgers, lastDay: async () => undefined };
    await runAt('2026-11-27 01:00');
    await entries.put('2026-11-26', { receipt: 'QH-late' });
    const tell = async (seal: Seal) => void told.push(seal);
    await sealDue(beijing('2026-11-27 01:00'), { entries, ledgers: theirs, tell, sha256 });
    expect(new Set(told.map((seal) => sealHash(seal, sha256))).size).toBe(1);
    await runAt('2026-11-28 01:00');
    expect(faultInLedgers(ledgers.all(), sha256)).toBeUndefined();
    expect(ledgers.all().at(-1)!.entries).toEqual([entryLine({ receipt: 'QH-late' }, sha256)]);
  });

  it('makes the very bytes that the auditor makes of the same entries', async () => {
    const { entries, ledgers, runAt } = newService();
    for (const receipt of ['QH-1', 'QH-2', 'QH-3']) await entries.put('2026-11-26', { receipt });
    await runAt('2026-11-27 01:00');
    const own: Ledger[] = [];
    const keep = async (ledger: Ledger) => own[own.push(ledger) - 1]!;
    await sealDays('2026-11-26', [], { entries, keep, sha256 });
    expect(own.map(ledgerText)).toEqual(ledgers.all().map(ledgerText));
  });
});

describe('a ledger as it is kept', () => {
  it('of which any byte was flipped is no ledger, or not the one that was sealed', async () => {
    const { entries, ledgers, runAt } = newService();
    for (let n = 0; n < 9; n += 1) await entries.put('2026-11-26', { receipt: `QH-${n}` });
    await runAt('2026-11-27 01:00');
    const [kept] = ledgers.all();
    const text = ledgerText(kept!);
    const hash = sealHash(kept!.seal, sha256);
    expect(ledgerIn(text)).toEqual(kept);
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: 127 }), (at, flip) => {
        const code = String.fromCharCode(text.charCodeAt(at) ^ flip);
        const found = ledgerIn(text.slice(0, at) + code + text.slice(at + 1));
        const holds = found && faultInLedgers([found], sha256) === undefined && sealHash(found.seal, sha256) === hash;
        expect(holds ?? false).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the letter to the auditor', () => {
  const seal: Seal = { day: '2026-11-26', entries: 812, previous: '0'.repeat(64), root: 'a'.repeat(64) };
  const letter = sealLetter(seal, 'auditor@qinghe.example', sha256);

  it('says the root and the hash that is to be kept, and is made once more from its id alone', () => {
    expect(letter.subject).toBe('【封存】2026年11月26日登记总账已封存（812条）');
    expect(letter.text).toContain(`根值：${seal.root}\n封存值：${sealHash(seal, sha256)}`);
    expect(sealLetterOf(letter.id, 'auditor@qinghe.example')).toEqual(letter);
    expect(sealLetterOf('QH-7KX4-M9P2-Q3T8#5#city#leader#email', 'auditor@qinghe.example')).toBeUndefined();
  });
});
