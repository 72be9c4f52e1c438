import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addHours, dayOf, daysBetween } from '../../../domain/calendar/day.ts';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { runningClocks } from '../../../domain/case/case.ts';
import { decide } from '../../../domain/case/decide.ts';
import { SET_LIMIT } from '../../../domain/clocks/set-limit.ts';
import { timersOf } from '../../../domain/clocks/timers.ts';
import { caseAfter, orderedBy, registeredAt, type Step, swept } from '../../support/cases.ts';
import { beijing, calendar, contextAt, inBeijing } from '../../support/rules.ts';

const START = '2026-12-01';
const on = (day: number, hour = '10:00') => beijing(`${addDays(START, day)} ${hour}`);
const byCounty = (day: number, command: StaffCommand) => orderedBy('county', on(day), command);
const clockOf = (name: string, steps: readonly Step[]) =>
  runningClocks(caseAfter(...steps).state).find((clock) => clock.name === name)!;

/** A penalty that was filed on the second day: ninety days, over New Year and the lunar new year of 2027. */
const FILED = [
  registeredAt(on(0)),
  byCounty(0, { type: 'accept' }),
  byCounty(1, { type: 'file-penalty', fileNumber: '〔2026〕1号' }),
] as const;
const DECISION = 'penalty-decision';
const pausedFrom = (day: number, days: number): readonly Step[] => [
  byCounty(day, { type: 'pause-penalty', cause: 'appraisal', reason: '委托鉴定' }),
  byCounty(day + days, { type: 'resume-penalty' }),
];
const due = clockOf(DECISION, FILED).dueAt;

describe('a period that stands still, whatever holidays lie in it', () => {
  const pauses = fc.tuple(
    fc.integer({ min: 2, max: 60 }),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 1, max: 20 }),
  );

  it('ends later by the days that it stood still, and by no more, also where it does so twice', () => {
    fc.assert(
      fc.property(pauses, ([day, first, second]) => {
        const twice = [...pausedFrom(day, first), ...pausedFrom(day + first, second)];
        expect(daysBetween(dayOf(due), dayOf(clockOf(DECISION, [...FILED, ...twice]).dueAt))).toBe(first + second);
      }),
      { numRuns: 25 },
    );
  });

  it('reminds of nothing meanwhile, and of each step once after that', () => {
    fc.assert(
      fc.property(pauses, ([day, days]) => {
        const [pause, resume] = pausedFrom(day, days) as [Step, Step];
        const sweeps = (from: number, to: number) => [from, to].map((one) => swept(on(one, '12:00')));
        const { events } = caseAfter(...FILED, pause, ...sweeps(day, day + days), resume, ...sweeps(day + days, 400));
        const chased = events.flatMap((event) => (event.type === 'chased' && event.clock === DECISION ? [event] : []));
        const resumed = resume.context.now;
        expect(chased.every(({ at }) => at <= pause.context.now || at >= resumed)).toBe(true);
        const steps = chased.filter(({ at }) => at >= resumed).map(({ step }) => step);
        expect(new Set(steps).size).toBe(steps.length);
      }),
      { numRuns: 25 },
    );
  });

  it('is not extended while it does; extended after that it has both', () => {
    const pause = byCounty(10, { type: 'pause-penalty', cause: 'appraisal', reason: '委托鉴定' });
    const ask = (day: number) => byCounty(day, { type: 'request-extension', reason: '案情复杂', clock: DECISION });
    const refused = decide(caseAfter(...FILED, pause).state, ask(12).command, ask(12).context);
    expect(refused).toMatchObject({ detail: '期限已中止计算，恢复后才能延长' });
    const extend = orderedBy('county/head', on(31), { type: 'extend' });
    const both = clockOf(DECISION, [...FILED, ...pausedFrom(10, 20), ask(30), extend]);
    expect(daysBetween(dayOf(due), dayOf(both.dueAt))).toBe(50);
    const again = { command: { type: 'recompute' } as const, context: contextAt(on(32)) };
    expect(clockOf(DECISION, [...FILED, ...pausedFrom(10, 20), ask(30), extend, again]).dueAt).toBe(both.dueAt);
  });

  it('that was extended before it stood still is extended by no pause', () => {
    const extended = [
      byCounty(5, { type: 'request-extension', reason: '案情复杂', clock: DECISION }),
      orderedBy('county/head', on(6), { type: 'extend' }),
    ];
    expect(
      daysBetween(dayOf(due), dayOf(clockOf(DECISION, [...FILED, ...extended, ...pausedFrom(10, 20)]).dueAt)),
    ).toBe(50);
  });
});

describe('a period of the rule of penalties whose last day is a day off', () => {
  /** Ninety days from 8 November 2026 end on Saturday 6 February 2027, the first of the lunar new year: off until the 10th. */
  const filedOn = (day: string): readonly Step[] => [
    registeredAt(beijing(`${day} 09:00`)),
    orderedBy('county', beijing(`${day} 10:00`), { type: 'accept' }),
    orderedBy('county', beijing(`${day} 11:00`), { type: 'file-penalty', fileNumber: '〔2026〕1号' }),
  ];
  const askAt = (at: string) =>
    orderedBy('county', beijing(at), { type: 'request-extension', reason: '案情复杂', clock: DECISION });
  const asked = (day: string, at: string) => {
    const { command, context } = askAt(at);
    const decision = decide(caseAfter(...filedOn(day)).state, command, context);
    return decision.kind === 'decided' ? 'asked' : decision.detail;
  };
  const TOO_LATE = '办理期限已过，不能再延长';

  it.each([
    { day: '2026-11-03', at: '2027-02-01 23:59', answer: 'asked', because: 'Monday is the last day' },
    { day: '2026-11-03', at: '2027-02-02 00:00', answer: TOO_LATE, because: 'Monday was no day off' },
    { day: '2026-11-07', at: '2027-02-05 23:59', answer: 'asked', because: 'the Friday before the lunar new year' },
    {
      day: '2026-11-08',
      at: '2027-02-11 23:59',
      answer: 'asked',
      because: 'Thursday is the first day worked',
    },
    { day: '2026-11-08', at: '2027-02-12 00:00', answer: TOO_LATE, because: 'Thursday is over' },
  ])('filed on $day it may be extended at $at: $answer, $because', ({ day, at, answer }) => {
    expect(asked(day, at)).toBe(answer);
  });

  it('is reminded of by the day itself, and late when the next working day is over', () => {
    const { state } = caseAfter(...filedOn('2026-11-08'));
    const [clock] = state.clocks.filter(({ name }) => name === DECISION);
    const rungs = timersOf([clock!], contextAt(beijing('2026-11-08 12:00')));
    expect(rungs.map(({ at, step }) => `${inBeijing(at)} ${step.step}`)).toEqual([
      '2027-02-01 08:15 before-5d',
      '2027-02-04 08:15 before-1d',
      '2027-02-06 08:15 due',
      '2027-02-12 08:15 overdue',
      '2027-02-15 08:15 escalate-1',
      '2027-02-17 08:15 escalate-2',
    ]);
  });

  it('moved by thirty days counts on from the day itself', () => {
    const extended = [
      askAt('2027-02-11 10:00'),
      orderedBy('county/head', beijing('2027-02-11 11:00'), { type: 'extend' }),
    ];
    expect(inBeijing(clockOf(DECISION, [...filedOn('2026-11-08'), ...extended]).dueAt)).toBe('2027-03-09 00:00');
  });
});

describe('a case into which others are joined', () => {
  it('is due when the first of their senders waits for it, and as before once that one is let go', () => {
    const limits = fc.tuple(
      fc.integer({ min: 3, max: 40 }),
      fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(limits, ([own, others]) => {
        const assigned = orderedBy('city', on(1), {
          type: 'assign',
          lead: 'county',
          assisting: [],
          limit: { until: on(own) },
        });
        const as = (command: Step['command']): Step => ({ command, context: contextAt(on(2)) });
        const joined = others.map((day, n) =>
          as({ type: 'absorb', receipt: `QH-${n}`, channel: 'partner', until: on(day) }),
        );
        const released = others.map((_, n) => as({ type: 'release', receipt: `QH-${n}`, urges: 0 }));
        const begun = [registeredAt(on(0)), byCounty(0, { type: 'accept' }), assigned] as const;
        expect(clockOf(SET_LIMIT, [...begun, ...joined]).dueAt).toBe(on(Math.min(own, ...others)));
        expect(clockOf(SET_LIMIT, [...begun, ...joined, ...released]).dueAt).toBe(on(own));
      }),
      { numRuns: 25 },
    );
  });
});

it('a case that is split after its deadline gives its parts no new time: they are late from their start', () => {
  const parts = ['construction-noise', 'construction-dust'].map((matter) => ({
    matter,
    lead: 'county',
    assisting: [],
  }));
  const { events } = caseAfter(
    ...[registeredAt(on(0)), byCounty(0, { type: 'accept', procedure: 'petition' })],
    orderedBy('county', on(70), { type: 'split', parts }),
  );
  const split = events.at(-1)!;
  expect(split.type === 'split' && split.parts.map(({ until }) => inBeijing(until))).toEqual([
    '2027-01-31 00:00',
    '2027-01-31 00:00',
  ]);
});

describe('the lunar new year of 2027, which the calendar of 2026 does not reach', () => {
  const begun = [registeredAt(beijing('2027-02-03 10:00'))] as const;
  /** As a notice may have it: off from the 5th to the 12th, two weekends worked for it. */
  const notice = {
    ...calendar,
    to: '2027-12-31',
    holidays: new Set([
      ...calendar.holidays,
      ...[5, 8, 9, 10, 11, 12].map((day) => `2027-02-${`${day}`.padStart(2, '0')}`),
    ]),
    makeUpDays: new Set([...calendar.makeUpDays, '2027-01-31', '2027-02-20']),
  };
  const recomputed = {
    command: { type: 'recompute' } as const,
    context: { ...contextAt(beijing('2027-02-04 09:00')), calendar: notice },
  };

  it('leaves out what the law gives off, and says that it is a guess; the notice moves it and settles it', () => {
    const [guess, settled] = [clockOf('objection', begun), clockOf('objection', [...begun, recomputed])];
    expect([inBeijing(guess.dueAt), guess.provisional]).toEqual(['2027-02-17 00:00', true]);
    expect([inBeijing(settled.dueAt), settled.provisional]).toEqual(['2027-02-19 00:00', false]);
  });

  it('reminds once of each step, however often it is computed anew in between', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 30 * 24 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(moments, (hours) => {
        const steps = hours
          .toSorted((one, other) => one - other)
          .flatMap((hour): Step[] => {
            const now = addHours(beijing('2027-02-04 10:00'), hour);
            const context = { ...contextAt(now), calendar: notice };
            return [
              { command: { type: 'fire-timers' }, context },
              { command: { type: 'recompute' }, context },
            ];
          });
        const { events } = caseAfter(...begun, recomputed, ...steps);
        const chased = events.flatMap((event) => (event.type === 'chased' ? [`${event.clock} ${event.step}`] : []));
        expect(new Set(chased).size).toBe(chased.length);
      }),
      { numRuns: 25 },
    );
  });
});
