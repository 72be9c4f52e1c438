import { describe, expect, it } from 'vitest';
import type { Context } from '../../../domain/case/context.ts';
import { decide } from '../../../domain/case/decide.ts';
import { timersOf } from '../../../domain/clocks/timers.ts';
import { caseAfter, extendedBy, orderedBy, registeredAt, type Step, swept } from '../../support/cases.ts';
import { beijing, calendar, contextAt, inBeijing, policies, policy, staffOf } from '../../support/rules.ts';

const now = beijing('2027-01-02 09:00');
const start = beijing('2026-12-29 10:00');

/** The calendar as it will be once the State Council has spoken: New Year's Day off, and the Monday after. */
const nextYear = {
  ...calendar,
  to: '2027-12-31',
  holidays: new Set([...calendar.holidays, '2027-01-01', '2027-01-04']),
};

const changesUnder = (context: Context, command: { type: 'recompute'; policy?: string }, ...more: readonly Step[]) => {
  const decision = decide(caseAfter(registeredAt(start), ...more).state, command, context);
  const facts = decision.kind === 'decided' ? decision.facts : [];
  return facts.flatMap((fact) => (fact.type === 'recomputed' ? fact.changes : []));
};

describe('when the calendar has no data for next year', () => {
  it('a deadline in working days is flagged, and recomputed with its difference shown once the data is there', () => {
    expect(caseAfter(registeredAt(start)).state.clocks.map(({ name, provisional }) => [name, provisional])).toEqual([
      ['tell', false],
      ['objection', true],
    ]);
    const [change, ...others] = changesUnder({ ...contextAt(now), calendar: nextYear }, { type: 'recompute' });
    expect(others).toEqual([]);
    expect([inBeijing(change!.from), inBeijing(change!.to), change!.provisional]).toEqual([
      '2027-01-07 00:00',
      '2027-01-08 00:00',
      false,
    ]);
  });

  it('and nothing changes while it is missing', () => {
    expect(changesUnder(contextAt(now), { type: 'recompute' })).toEqual([]);
  });
});

describe('when the policy changes', () => {
  const shorter = {
    ...policy,
    version: '2027-1',
    clocks: {
      ...policy.clocks,
      tell: { ...policy.clocks.tell!, period: { unit: 'calendar-days' as const, count: 10 } },
    },
  };
  const context = { ...contextAt(now), policies: new Map([...policies, ['2027-1', shorter]]), currentPolicy: '2027-1' };

  it('open cases keep the policy they started under', () => {
    expect(changesUnder(context, { type: 'recompute' })).toEqual([]);
  });

  it('unless they are moved to it in so many words', () => {
    const tell = changesUnder(context, { type: 'recompute', policy: '2027-1' }).find(({ clock }) => clock === 'tell');
    expect([inBeijing(tell!.from), inBeijing(tell!.to), tell!.policy]).toEqual([
      '2027-01-14 00:00',
      '2027-01-09 00:00',
      '2027-1',
    ]);
  });

  it('an extension that was granted stays granted', () => {
    const accepted = orderedBy('county', beijing('2026-12-30 10:00'), { type: 'accept' });
    const extended = extendedBy('county', beijing('2026-12-31 10:00'));
    const [handle] = changesUnder(context, { type: 'recompute', policy: '2027-1' }, accepted, ...extended);
    expect(handle!.to).toBe(handle!.from);
  });

  it('an extension stays as long as it was granted, also where the new rules grant less, however often it is computed', () => {
    const handle = { ...policy.clocks.handle!, extension: { unit: 'calendar-days', count: 10 } as const };
    const stingy = { ...shorter, clocks: { ...policy.clocks, handle } };
    const under = { ...contextAt(beijing('2027-01-02 09:00')), policies: new Map([...policies, ['2027-1', stingy]]) };
    const to = { command: { type: 'recompute', policy: '2027-1' } as const, context: under };
    const accepted = orderedBy('county', beijing('2026-12-30 10:00'), { type: 'accept' });
    const extended = extendedBy('county', beijing('2026-12-31 10:00'));
    const { state } = caseAfter(registeredAt(start), accepted, ...extended, to, to);
    const due = state.clocks.find(({ name }) => name === 'handle')!;
    expect([inBeijing(due.dueAt), due.policy]).toEqual(['2027-03-31 00:00', '2027-1']);
  });

  it('a case that started under the old one stays under it, also for clocks that start later', () => {
    const accept = { command: { type: 'accept' } as const, context: { ...context, actor: staffOf('county') } };
    const { events } = caseAfter(registeredAt(start), accept);
    expect(new Set(events.at(-1)!.started.map(({ policy }) => policy))).toEqual(new Set(['2026-2']));
  });

  it('a deadline that moves later has its ladder before it again', () => {
    const longer = {
      ...shorter,
      clocks: {
        ...shorter.clocks,
        tell: { ...policy.clocks.tell!, period: { unit: 'calendar-days' as const, count: 30 } },
      },
    };
    const moved = { ...contextAt(now), policies: new Map([...policies, ['2027-1', longer]]) };
    const late = swept(beijing('2027-01-14 10:00'));
    const { state } = caseAfter(registeredAt(start), late, {
      command: { type: 'recompute', policy: '2027-1' },
      context: { ...moved, now: late.context.now },
    });
    expect(timersOf(state.clocks, moved).map(({ step }) => step.step)).toEqual([
      'before-5d',
      'before-1d',
      'due',
      'overdue',
      'escalate-1',
      'escalate-2',
    ]);
  });

  describe('so that a deadline is over', () => {
    const toShorter = (at: string) => ({
      command: { type: 'recompute', policy: '2027-1' } as const,
      context: { ...context, now: beijing(at) },
    });
    const chasedAfter = (...steps: readonly Step[]) => {
      const { state, events } = caseAfter(registeredAt(start), ...steps);
      const told = events.flatMap((one) => (one.type === 'chased' && one.clock === 'tell' ? one.step : []));
      const ahead = timersOf(state.clocks, context).filter(({ clock }) => clock.name === 'tell');
      return [told, ahead.map(({ at, step }) => `${inBeijing(at)} ${step.step}`)];
    };

    it('it is chased at once where it was not over before', () => {
      expect(chasedAfter(toShorter('2027-01-11 10:00'))).toEqual([
        [],
        ['2027-01-11 10:00 overdue', '2027-01-13 08:15 escalate-1', '2027-01-18 08:15 escalate-2'],
      ]);
    });

    it('nobody is told again what they were told when it was over by the old rule', () => {
      const [told, ahead] = chasedAfter(swept(beijing('2027-01-15 10:00')), toShorter('2027-01-15 11:00'));
      expect(told).toEqual(['before-5d', 'before-1d', 'due', 'overdue', 'escalate-1']);
      expect(ahead).toEqual(['2027-01-14 08:15 escalate-2']);
    });
  });
});
