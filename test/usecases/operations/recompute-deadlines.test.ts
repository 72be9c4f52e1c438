import { describe, expect, it } from 'vitest';
import { recomputeDeadlines } from '../../../usecases/operations/recompute-deadlines.ts';
import { beijing, calendar, inBeijing, policies, policy } from '../../support/rules.ts';
import { newWorld, rules } from '../../support/world.ts';

/** The calendar once the State Council has spoken: New Year's Day off, and the Monday after. */
const nextYear = {
  ...calendar,
  to: '2027-12-31',
  holidays: new Set([...calendar.holidays, '2027-01-01', '2027-01-04']),
};

const now = beijing('2026-12-30 09:00');

/** Three cases: one that reaches into next year, one that does not, one that has ended. */
async function desk() {
  const world = newWorld();
  const { receipt: late } = await world.complain('2026-12-29 10:00', { sourceId: 'late' });
  await world.complain('2026-12-01 10:00', { sourceId: 'early' });
  const { receipt: ended } = await world.complain('2026-12-29 11:00', { sourceId: 'ended' });
  const decline = { type: 'decline', reason: 'not-competent', explanation: '具体情况见告知书。' } as const;
  await world.order('2026-12-29 12:00', 'county', ended, decline);
  const openCases = async function* () {
    for (const { id, status } of world.cases.all()) if (status !== 'declined') yield id;
  };
  const failures: string[] = [];
  const onFailure = (caseId: string) => void failures.push(caseId);
  const context = { ...rules(), calendar: nextYear };
  return { world, late, failures, deps: { cases: world.cases, openCases, context, onFailure } };
}

const versions = (world: ReturnType<typeof newWorld>) => world.cases.all().map(({ version }) => version);

describe('after a new calendar was deployed', () => {
  it('a dry run shows what would change, and changes nothing', async () => {
    const { world, late, deps } = await desk();
    const before = [versions(world), await world.cases.due.earliest()];

    const found = await recomputeDeadlines({ dryRun: true }, now, deps);

    expect(found.map(({ caseId }) => caseId)).toEqual([late]);
    expect(found[0]!.changes.map(({ clock, from, to }) => [clock, inBeijing(from), inBeijing(to)])).toEqual([
      ['objection', '2027-01-07 00:00', '2027-01-08 00:00'],
    ]);
    expect([versions(world), await world.cases.due.earliest()]).toEqual(before);
  });

  it('applying it changes exactly what was shown, on record', async () => {
    const { world, late, deps } = await desk();
    const shown = await recomputeDeadlines({ dryRun: true }, now, deps);
    expect(await recomputeDeadlines({ dryRun: false }, now, deps)).toEqual(shown);

    const clock = (await world.cases.load(late))!.clocks.find(({ name }) => name === 'objection');
    expect(clock).toMatchObject({ dueAt: beijing('2027-01-08 00:00'), provisional: false });
    expect((await world.cases.events(late)).at(-1)).toMatchObject({ type: 'recomputed', changes: shown[0]!.changes });
  });

  it('one case that cannot be read keeps no other from its deadline', async () => {
    const { late, failures, deps } = await desk();
    const openCases = async function* () {
      yield 'broken';
      yield* deps.openCases();
    };
    const load = async (caseId: string) => {
      if (caseId === 'broken') throw new Error('unreadable');
      return await deps.cases.load(caseId);
    };
    const found = await recomputeDeadlines({ dryRun: false }, now, {
      ...deps,
      openCases,
      cases: { ...deps.cases, load },
    });
    expect([found.map(({ caseId }) => caseId), failures]).toEqual([[late], ['broken']]);
  });

  it('repeating it finds nothing more', async () => {
    const { world, deps } = await desk();
    await recomputeDeadlines({ dryRun: false }, now, deps);
    const after = versions(world);
    expect(await recomputeDeadlines({ dryRun: false }, now, deps)).toEqual([]);
    expect(versions(world)).toEqual(after);
  });

  it('a step that moves although its deadline stays is looked for at its new time', async () => {
    const { world, deps } = await desk();
    const early = world.cases.all().find(({ receivedAt }) => receivedAt === beijing('2026-12-01 10:00'))!;
    await world.sweepUntil('2026-12-17 09:00');
    const moved = { ...nextYear, holidays: new Set([...nextYear.holidays, '2026-12-18']) };
    await recomputeDeadlines({ dryRun: false }, now, { ...deps, context: { ...deps.context, calendar: moved } });
    expect((await world.cases.load(early.id))?.version).toBe(early.version + 5);
    expect(inBeijing((await world.cases.due.earliest())!)).toBe('2026-12-21 08:15');
  });
});

describe('after a new policy was deployed', () => {
  const tell = { ...policy.clocks.tell!, period: { unit: 'calendar-days' as const, count: 10 } };
  const withNew = new Map([...policies, ['2027-1', { version: '2027-1', clocks: { ...policy.clocks, tell } }]]);
  const context = { ...rules(), policies: withNew, currentPolicy: '2027-1' };

  it('open cases keep the one they started under, unless they are moved to it', async () => {
    const { deps } = await desk();
    expect(await recomputeDeadlines({ dryRun: false }, now, { ...deps, context })).toEqual([]);
    const moved = await recomputeDeadlines({ dryRun: true, policy: '2027-1' }, now, { ...deps, context });
    expect(moved).toHaveLength(2);
  });

  it('a policy that does not exist is refused before anything is changed', async () => {
    const { world, deps } = await desk();
    const before = versions(world);
    await expect(recomputeDeadlines({ dryRun: false, policy: '2099-1' }, now, deps)).rejects.toThrow('2099-1');
    expect(versions(world)).toEqual(before);
  });
});

describe('a recompute that is driven in parts', () => {
  it('does those cases that it is given and no others', async () => {
    const { late, deps } = await desk();
    expect(await recomputeDeadlines({ dryRun: true, caseIds: ['QH-0'] }, now, deps)).toEqual([]);
    expect(await recomputeDeadlines({ dryRun: true, caseIds: [late] }, now, deps)).toHaveLength(1);
  });

  it('writes nothing where nothing changes, and puts back what is found in the wrong place', async () => {
    const { world, deps } = await desk();
    await recomputeDeadlines({ dryRun: false }, now, deps);
    const written: string[] = [];
    const cases = {
      ...deps.cases,
      reschedule: async (filed: Parameters<typeof deps.cases.reschedule>[0]) => {
        written.push(filed.state.id);
        await deps.cases.reschedule(filed);
      },
    };
    await recomputeDeadlines({ dryRun: false }, now, { ...deps, cases });
    expect(written).toEqual([]);
    const [one] = world.cases.all();
    await world.cases.due.putOff(one!.id, beijing('2027-06-01 09:00'));
    await recomputeDeadlines({ dryRun: false }, now, { ...deps, cases });
    expect(written).toEqual([one!.id]);
  });
});
