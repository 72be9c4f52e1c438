import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../../adapters/memory/case-store.ts';
import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import { commandCase } from '../../../usecases/cases/command-case.ts';
import { fireTimers } from '../../../usecases/cases/fire-timers.ts';
import { registration } from '../../support/cases.ts';
import { beijing, calendar, contextAt } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

/** Cases that came at those Beijing times, with what the sweep asked of the store. */
async function desk(...received: string[]) {
  const cases = memoryCaseStore();
  for (const [index, at] of received.entries()) {
    const receipt = `QH-0000-0000-000${index}`;
    const command = { type: 'register', registration: registration(beijing(at), { receipt }) } as const;
    await commandCase(receipt, command, contextAt(beijing(at)), cases);
  }
  const loaded: string[] = [];
  const load = (caseId: string) => {
    loaded.push(caseId);
    return cases.load(caseId);
  };
  const watched = { ...cases, load };
  return { cases, loaded, deps: { cases: watched, due: cases.due, context: rules(), onFailure: () => {} } };
}

const stepsOf = async (cases: ReturnType<typeof memoryCaseStore>, caseId: string) =>
  (await cases.events(caseId)).flatMap((event) => (event.type === 'chased' ? [`${event.clock} ${event.step}`] : []));

describe('a sweep', () => {
  it('looks at the cases that are due and at no others', async () => {
    const { loaded, deps } = await desk('2026-06-01 10:00', '2026-06-20 10:00', '2026-06-25 10:00');
    const sweep = await fireTimers(beijing('2026-06-08 09:30'), deps);
    expect(sweep).toMatchObject({ fired: 1, failed: 0 });
    expect(loaded).toEqual(['QH-0000-0000-0000']);
  });

  it('has nothing to do before the moment it named', async () => {
    const { loaded, deps } = await desk('2026-06-01 10:00');
    const { idleUntil } = await fireTimers(beijing('2026-06-02 00:00'), deps);
    expect(idleUntil).toBe(beijing('2026-06-05 08:15'));
    await fireTimers(new Date(Date.parse(idleUntil!) - 1).toISOString(), deps);
    expect(loaded).toEqual([]);
    expect(await fireTimers(idleUntil!, deps)).toMatchObject({ fired: 1 });
  });

  it('waits for the next word to the top of the line when the last step is gone', async () => {
    const { deps } = await desk('2026-06-01 10:00');
    const idleUntil = beijing('2026-06-29 08:15');
    expect(await fireTimers(beijing('2026-06-25 00:00'), deps)).toEqual({ fired: 7, failed: 0, idleUntil });
  });

  it('goes on after a case that is broken, and comes back to it a quarter of an hour later', async () => {
    const { cases, deps } = await desk('2026-06-01 10:00', '2026-06-01 11:00', '2026-06-01 12:00');
    const broken = 'QH-0000-0000-0001';
    const load = (caseId: string) => (caseId === broken ? Promise.reject(new Error('unreadable')) : cases.load(caseId));
    const failures: string[] = [];
    const now = beijing('2026-06-05 09:31');

    const sweep = await fireTimers(now, {
      ...deps,
      cases: { ...cases, load },
      onFailure: (caseId) => failures.push(caseId),
    });

    const again = beijing('2026-06-05 09:46');
    expect(sweep).toEqual({ fired: 2, failed: 1, idleUntil: again });
    expect(failures).toEqual([broken]);
    expect(await fireTimers(beijing('2026-06-05 09:45'), deps)).toMatchObject({ fired: 0, failed: 0 });
    expect(await fireTimers(again, deps)).toMatchObject({ fired: 1, failed: 0 });
  });

  it('that was missed for a week catches up in order, each step once', async () => {
    const { cases, deps } = await desk('2026-06-01 10:00');
    await fireTimers(beijing('2026-06-11 09:00'), deps);
    await fireTimers(beijing('2026-06-18 09:00'), deps);
    await fireTimers(beijing('2026-06-18 09:01'), deps);
    expect(await stepsOf(cases, 'QH-0000-0000-0000')).toEqual([
      ...['objection before-1d', 'tell before-5d'],
      ...['tell before-1d', 'tell due', 'tell overdue', 'tell escalate-1'],
    ]);
  });

  it('run twice at once sends each step once', async () => {
    const { cases, deps } = await desk('2026-06-01 10:00', '2026-06-02 10:00');
    const now = beijing('2026-06-18 09:00');
    await Promise.all([fireTimers(now, deps), fireTimers(now, deps), fireTimers(now, deps)]);
    for (const caseId of ['QH-0000-0000-0000', 'QH-0000-0000-0001']) {
      const steps = await stepsOf(cases, caseId);
      expect(new Set(steps).size).toBe(steps.length);
    }
  });

  it('asks only when the next step is due where none is', async () => {
    const { deps } = await desk('2026-06-01 10:00');
    const due = { ...deps.due, dueBy: () => expect.unreachable('it asked for what is due') };
    const idleUntil = await deps.due.earliest();
    const swept = await fireTimers(beijing('2026-06-01 10:01'), { ...deps, due });
    expect(swept).toEqual({ fired: 0, failed: 0, idleUntil });
  });

  it('leaves a case alone whose step a new calendar has put off, until its new day', async () => {
    const { loaded, cases, deps } = await desk('2026-06-01 10:00');
    const dayOff: WorkCalendar = { ...calendar, holidays: new Set([...calendar.holidays, '2026-06-18', '2026-06-19']) };
    await fireTimers(beijing('2026-06-17 09:00'), deps);
    const under = { ...deps, context: { ...rules(), calendar: dayOff } };

    expect(await fireTimers(beijing('2026-06-18 09:00'), under)).toEqual({
      fired: 0,
      failed: 0,
      idleUntil: beijing('2026-06-22 08:15'),
    });
    loaded.length = 0;
    await fireTimers(beijing('2026-06-18 09:01'), under);
    expect(loaded).toEqual([]);
    expect(await fireTimers(beijing('2026-06-22 08:15'), under)).toMatchObject({ fired: 1 });
    expect(await fireTimers(beijing('2026-06-23 09:00'), under)).toMatchObject({ fired: 1 });
    expect((await stepsOf(cases, 'QH-0000-0000-0000')).slice(-2)).toEqual(['tell escalate-1', 'tell escalate-2']);
  });
});
