import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../../adapters/memory/case-store.ts';
import { type CaseStore, commandCase } from '../../../usecases/cases/command-case.ts';
import { closedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

const now = beijing('2026-06-02 10:00');
const byOfficer = contextAt(now, staffOf('county'));

async function withCase() {
  const cases = memoryCaseStore();
  const { command, context } = registeredAt(beijing('2026-06-01 10:00'));
  await commandCase(RECEIPT, command, context, cases);
  return cases;
}

/** A store in which somebody else is always a moment faster, the first `times` times. */
const raced = (cases: CaseStore, times: number, rival: () => Promise<unknown>): CaseStore => {
  let left = times;
  return {
    ...cases,
    commit: async (commit) => {
      if (left > 0) {
        left -= 1;
        await rival();
      }
      return await cases.commit(commit);
    },
  };
};

describe('a command', () => {
  it('writes its events and moves the next look at the case', async () => {
    const cases = await withCase();
    const outcome = await commandCase(RECEIPT, { type: 'accept' }, byOfficer, cases, 1);

    expect(outcome).toMatchObject({ kind: 'done', state: { version: 2, status: 'accepted' } });
    expect((await cases.events(RECEIPT)).map(({ seq, type }) => `${seq} ${type}`)).toEqual([
      '1 registered',
      '2 accepted',
    ]);
    expect(await cases.due.earliest()).toBe(beijing('2026-07-17 08:15'));
  });

  it('to a case that does not exist is answered so', async () => {
    expect(await commandCase('QH-NONE', { type: 'accept' }, byOfficer, memoryCaseStore())).toEqual({ kind: 'unknown' });
  });

  it('that lost a race is decided anew, on what the other one left', async () => {
    const cases = await withCase();
    const rival = async () => {
      const [proposal, signature] = closedBy('city', now, { answer: '经查属实，企业已按要求完成整改。' });
      await commandCase(RECEIPT, proposal.command, proposal.context, cases);
      await commandCase(RECEIPT, signature.command, signature.context, cases);
    };
    await commandCase(RECEIPT, { type: 'accept' }, byOfficer, cases);

    const outcome = await commandCase(RECEIPT, { type: 'report', findings: '属实' }, byOfficer, raced(cases, 1, rival));

    expect(outcome).toMatchObject({ kind: 'refused', reason: 'not-allowed' });
    expect((await cases.load(RECEIPT))?.status).toBe('closed');
  });

  it('that lost a race is stale, when the officer named the version they saw', async () => {
    const cases = await withCase();
    const rival = () => commandCase(RECEIPT, { type: 'accept' }, byOfficer, cases);
    const transfer = { type: 'transfer', department: '城市管理局', explanation: '油烟' } as const;

    const outcome = await commandCase(RECEIPT, transfer, byOfficer, raced(cases, 1, rival), 1);

    expect(outcome).toEqual({ kind: 'stale', version: 2 });
    expect((await cases.load(RECEIPT))?.status).toBe('accepted');
  });

  it('on a version that is long gone is stale before anything is said about the state', async () => {
    const cases = await withCase();
    await commandCase(RECEIPT, { type: 'accept' }, byOfficer, cases);
    expect(await commandCase(RECEIPT, { type: 'accept' }, byOfficer, cases, 1)).toEqual({ kind: 'stale', version: 2 });
  });

  it('of a stranger is refused without a word about version or state', async () => {
    const cases = await withCase();
    const stranger = contextAt(now, staffOf('neighbour'));
    const answers = await Promise.all(
      [1, 7, undefined].map((version) => commandCase(RECEIPT, { type: 'accept' }, stranger, cases, version)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ kind: 'refused', reason: 'not-yours' });
  });

  it('given again changes nothing more', async () => {
    const cases = await withCase();
    const sweep = contextAt(beijing('2026-06-20 10:00'));
    const first = await commandCase(RECEIPT, { type: 'fire-timers' }, sweep, cases);
    const second = await commandCase(RECEIPT, { type: 'fire-timers' }, sweep, cases);
    expect([first.kind, second.kind]).toEqual(['done', 'unchanged']);
  });

  it('among fifty at once writes no event over another', async () => {
    const cases = await withCase();
    const sweep = contextAt(beijing('2026-06-20 10:00'));
    await Promise.all(Array.from({ length: 50 }, () => commandCase(RECEIPT, { type: 'fire-timers' }, sweep, cases)));
    const events = await cases.events(RECEIPT);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const steps = events.flatMap((event) => (event.type === 'chased' ? [`${event.clock} ${event.step}`] : []));
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('gives up loudly when the case never holds still', async () => {
    const cases = await withCase();
    const never: CaseStore = { ...cases, commit: async () => 'conflict' };
    await expect(commandCase(RECEIPT, { type: 'accept' }, byOfficer, never)).rejects.toThrow('kept changing');
  });
});
