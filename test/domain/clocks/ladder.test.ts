import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addHours, dayOf, instantAt } from '../../../domain/calendar/day.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import { timersOf, timersOfClock } from '../../../domain/clocks/timers.ts';
import { caseAfter, extendedBy, orderedBy, registeredAt, swept } from '../../support/cases.ts';
import { beijing, contextAt, inBeijing } from '../../support/rules.ts';

const ladderOf = (state: ReturnType<typeof caseAfter>['state'], clock: string) =>
  timersOf(state.clocks, contextAt(state.receivedAt))
    .filter((timer) => timer.clock.name === clock)
    .map(({ at, step }) => `${inBeijing(at)} ${step.step}`);

describe('the ladder of a case that nobody touches', () => {
  it('goes around the national holiday and uses the make-up Saturday', () => {
    const { state } = caseAfter(registeredAt(beijing('2026-09-20 10:00')));
    expect(ladderOf(state, 'tell')).toEqual([
      '2026-09-30 08:15 before-1d',
      '2026-10-05 08:15 due',
      '2026-10-06 08:15 overdue',
      '2026-10-08 08:15 escalate-1',
      '2026-10-12 08:15 escalate-2',
    ]);
  });

  it('gives the city a working day before the province hears, though a holiday pushes both escalations to its end', () => {
    const { state } = caseAfter(registeredAt(beijing('2026-09-14 10:00')));
    expect(ladderOf(state, 'tell').slice(-3)).toEqual([
      '2026-09-30 08:15 overdue',
      '2026-10-08 08:15 escalate-1',
      '2026-10-09 08:15 escalate-2',
    ]);
  });

  it('escalates on the make-up Saturday itself, which is worked', () => {
    const { state } = caseAfter(registeredAt(beijing('2026-09-23 10:00')));
    expect(ladderOf(state, 'tell').slice(-2)).toEqual(['2026-10-10 08:15 escalate-1', '2026-10-14 08:15 escalate-2']);
  });

  it('keeps its days in a year whose holidays nobody knows', () => {
    const { state } = caseAfter(registeredAt(beijing('2026-12-25 10:00')));
    expect(ladderOf(state, 'tell').slice(-2)).toEqual(['2027-01-11 08:15 escalate-1', '2027-01-15 08:15 escalate-2']);
  });

  it('goes by a new calendar at once, also where it was asked for by the old one', () => {
    const { state } = caseAfter(registeredAt(beijing('2026-09-14 10:00')));
    const context = contextAt(state.receivedAt);
    const withoutHolidays = { ...context, calendar: { ...context.calendar, holidays: new Set<string>() } };
    const lastBy = (schedule: typeof context) =>
      timersOf(state.clocks, schedule)
        .filter(({ clock }) => clock.name === 'tell')
        .map(({ at }) => inBeijing(at))
        .at(-1);
    expect([context, withoutHolidays, context].map(lastBy)).toEqual([
      ...['2026-10-09 08:15', '2026-10-05 08:15', '2026-10-09 08:15'],
    ]);
  });

  it('of an inspection item knows no weekend and strikes at noon', () => {
    const { state } = caseAfter(
      registeredAt(beijing('2026-09-29 16:30'), { inspection: { batch: '3', item: 'D3QH001' } }),
    );
    expect(ladderOf(state, 'inspection-report')).toEqual([
      '2026-10-02 09:00 before-2d',
      '2026-10-03 09:00 before-1d',
      '2026-10-04 08:00 due',
      '2026-10-04 12:00 overdue',
      '2026-10-04 13:00 escalate-1',
      '2026-10-04 16:00 escalate-2',
    ]);
  });
});

describe('every level above a case that nobody touches', () => {
  const start = beijing('2025-12-01 10:00');

  /** When each level hears of it, if the last day was that one and so many steps went out already. */
  function heardAt(lastDay: string, ladder: string, fired: readonly string[]): readonly string[] {
    const rest = { startedAt: start, countedFrom: start, provisional: false, extended: false, fired };
    const dueAt = instantAt(lastDay, '24:00');
    const clock: Clock = { name: 'tell', policy: '2026-2', ...rest, dueAt, stricter: { ladder, since: start } };
    const timers = timersOfClock(clock, contextAt(start));
    return ['escalate-1', 'escalate-2'].flatMap((step) => timers.find((one) => one.step.step === step)?.at ?? []);
  }

  it.each(['repeated', 'pressed'])(
    'hears that it is late, the nearer one a day before, whichever day of the year was the last (ladder %s)',
    (ladder) => {
      const isWrong = (day: string): boolean => {
        const [nearer = '', upper = ''] = heardAt(day, ladder, []);
        const [late] = heardAt(day, ladder, ['escalate-2', 'escalate-2+1']);
        return nearer === '' || dayOf(nearer) >= dayOf(upper) || late !== nearer;
      };
      const days = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));
      expect(days.filter(isWrong)).toEqual([]);
    },
  );

  it('hears it a working day after the other where a Saturday puts both off to Monday', () => {
    const marked = orderedBy('city', beijing('2026-11-19 11:00'), { type: 'mark', add: ['group'], remove: [] });
    const { state } = caseAfter(registeredAt(beijing('2026-11-19 10:00')), marked);
    expect(ladderOf(state, 'tell').slice(-3)).toEqual([
      '2026-12-05 08:15 overdue',
      '2026-12-07 10:00 escalate-1',
      '2026-12-08 08:15 escalate-2',
    ]);
  });
});

describe('a duty that nobody does', () => {
  const firedFrom = (start: string, days: number, changes = {}) => {
    const steps = Array.from({ length: days }, (_, day) => swept(addHours(beijing(start), 24 * day + 12)));
    return caseAfter(registeredAt(beijing(start), changes), ...steps).events.flatMap((event) =>
      event.type === 'chased' && event.step.includes('+') ? [`${inBeijing(event.scheduledAt)} ${event.step}`] : [],
    );
  };

  it('is told to the top of the line with the list of every Monday, or the next day that is worked, as long as nobody does it', () => {
    const again = firedFrom('2026-09-14 10:00', 500);
    expect(again.slice(0, 2)).toEqual(['2026-10-12 08:15 escalate-2+1', '2026-10-19 08:15 escalate-2+2']);
    expect(again.at(-1)).toBe('2028-01-24 08:15 escalate-2+68');
  });

  it('of hours as well: by then it is no matter of hours any more', () => {
    const again = firedFrom('2026-09-26 16:30', 22, { inspection: { batch: '3', item: 'D3QH001' } });
    expect(again.slice(0, 2)).toEqual(['2026-10-08 08:15 escalate-2+1', '2026-10-12 08:15 escalate-2+2']);
  });
});

describe('an extension', () => {
  it('starts the ladder anew for the new deadline', () => {
    const accepted = beijing('2026-03-02 10:00');
    const { state } = caseAfter(
      registeredAt(beijing('2026-03-01 10:00')),
      orderedBy('county', accepted, { type: 'accept' }),
      swept(beijing('2026-04-25 10:00')),
      ...extendedBy('county', beijing('2026-04-27 10:00')),
    );
    expect(ladderOf(state, 'handle')).toEqual([
      '2026-05-15 08:15 before-15d',
      '2026-05-26 08:15 before-5d',
      '2026-05-29 08:15 before-1d',
      '2026-05-31 08:15 due',
      '2026-06-01 08:15 overdue',
      '2026-06-02 08:15 escalate-1',
      '2026-06-08 08:15 escalate-2',
    ]);
  });
});

describe('a sweep', () => {
  it('that missed weeks makes up for every step once, in order', () => {
    const { events } = caseAfter(
      registeredAt(beijing('2026-06-01 10:00')),
      swept(beijing('2026-06-24 10:00')),
      swept(beijing('2026-06-25 10:00')),
    );
    const chased = events.filter((event) => event.type === 'chased');
    expect(chased.map(({ clock, step }) => `${clock} ${step}`)).toEqual([
      ...['objection before-1d', 'tell before-5d', 'tell before-1d', 'tell due', 'tell overdue'],
      ...['tell escalate-1', 'tell escalate-2'],
    ]);
  });

  it('fires the same steps, repetitions aside, whether it runs every day or once at the end', () => {
    const start = beijing('2026-09-14 08:00');
    const end = Date.parse(start) + 40 * 86_400_000;
    const stops = fc.uniqueArray(fc.integer({ min: Date.parse(start), max: end }), { maxLength: 12 });
    fc.assert(
      fc.property(stops, (times) => {
        const sweeps = [...times.toSorted((a, b) => a - b), end].map((time) => swept(new Date(time).toISOString()));
        const steps = (events: ReturnType<typeof caseAfter>['events']) =>
          events.flatMap((event) =>
            event.type === 'chased' && !event.step.includes('+')
              ? [`${event.clock} ${event.step} ${event.scheduledAt}`]
              : [],
          );
        const often = steps(caseAfter(registeredAt(start), ...sweeps).events);
        const once = steps(caseAfter(registeredAt(start), swept(new Date(end).toISOString())).events);
        expect(often).toEqual(once);
      }),
    );
  });
});
