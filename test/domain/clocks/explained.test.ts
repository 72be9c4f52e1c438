import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  addMonths,
  type Day,
  dayOf,
  type Instant,
  instantAt,
} from '../../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import type { ClockRule, Period } from '../../../domain/clocks/clock-rule.ts';
import { deadlineOf, extendedBy } from '../../../domain/clocks/deadline.ts';
import { reasonsOf } from '../../../domain/notices/clock-reasons.ts';
import { caseAfter, registeredAt } from '../../support/cases.ts';
import { deadlineIn, endIn } from '../../support/explanation.ts';
import { beijing, contextAt, policy } from '../../support/rules.ts';

/** Days off of 2027 by law, and those by which weekends are made up, read off a wall calendar; its notice is not out. */
const IN_2027 = [
  ['01-01', '02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '04-05', '05-01', '05-02', '05-03', '05-04'],
  ['06-09', '09-15', '10-01', '10-02', '10-03', '10-04', '10-05'],
].flat();

const isWorkedIn2027 = (day: Day): boolean =>
  ![0, 6].includes(new Date(day).getUTCDay()) && !IN_2027.includes(day.slice(5));

/** Every day that is worked, from 2004 to 2027. */
const WORKED = new Set<Day>();
for (let day = '2004-01-01'; day <= '2027-12-31'; day = addDays(day, 1))
  if (day < '2027-01-01' ? chineseDays.isWorkday(day) : isWorkedIn2027(day)) WORKED.add(day);

/** Every notice of the State Council since 2004. */
function calendarSince2004(): WorkCalendar {
  const [holidays, makeUpDays] = [new Set<Day>(), new Set<Day>()];
  for (let day = '2004-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
    if (isWeekend === WORKED.has(day)) (isWeekend ? makeUpDays : holidays).add(day);
  }
  return { from: '2004-01-01', to: '2026-12-31', holidays, makeUpDays };
}

const calendar = calendarSince2004();

const STARTS = 10_000;
/** `STARTS=full`: all of them. To print and read one takes some five times as long as to walk. */
const PRINTED = process.env.STARTS === 'full' ? STARTS : 3_000;

/** Looks at every day, one after the other. */
function walked({ unit, count, ...period }: Period, start: Instant): Instant {
  if (unit === 'hours') return addHours(start, count);
  const by = ('by' in period && period.by) || '24:00';
  if (unit === 'calendar-months') return instantAt(addMonths(dayOf(start), count), by);
  let day = dayOf(start);
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (unit === 'calendar-days' || WORKED.has(day)) left -= 1;
  }
  return instantAt(day, by);
}

const count = fc.integer({ min: 1, max: 90 });
const by = fc.constantFrom('12:00', '18:00', undefined);
const periods: fc.Arbitrary<Period> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ unit: fc.constant('working-days' as const), count, by }) },
  fc.record({ unit: fc.constantFrom('calendar-days' as const, 'calendar-months' as const), count, by }),
  fc.record({ unit: fc.constant('hours' as const), count }),
);
const starts = fc
  .date({ min: new Date('2004-01-01'), max: new Date('2027-05-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 16)}:00.000Z`);

const { state } = caseAfter(registeredAt(beijing('2026-09-01 09:00')));
const citation: ClockRule['citation'] = { rule: '试验', source: 'nowhere', confidence: 'S' };

/** What the desk prints of a clock that runs for that period. */
function printed(period: Period, clock: Pick<Clock, 'startedAt' | 'dueAt'> & Partial<Clock>): readonly string[] {
  const { startedAt } = clock;
  const rule: ClockRule = { ...policy.clocks.handle!, period, citation };
  const context = {
    ...contextAt(startedAt),
    calendar,
    policies: new Map([['now', { version: 'now', clocks: { handle: rule } }]]),
  };
  const kept = {
    name: 'handle',
    policy: 'now',
    countedFrom: startedAt,
    provisional: false,
    extended: false,
    fired: [],
  };
  return reasonsOf({ ...state, clocks: [{ ...kept, ...clock }] }, [], startedAt, context)[0]!.why;
}

describe('every deadline from 2004 to 2027', () => {
  it('is the one that whoever looks at every single day comes to', () => {
    fc.assert(
      fc.property(periods, starts, (period, start) => {
        expect(deadlineOf(period, start, calendar).dueAt).toBe(walked(period, start));
      }),
      { numRuns: STARTS },
    );
  });

  it('is explained in words that lead to the same day, pauses and extensions included', () => {
    const parts = fc.tuple(periods, starts, fc.nat({ max: 40 }), fc.boolean());
    fc.assert(
      fc.property(parts, ([period, startedAt, pausedDays, extended]) => {
        const dueAt = extendedBy(walked(period, startedAt), pausedDays + (extended ? 30 : 0));
        const lines = printed(period, { startedAt, dueAt, pausedDays, extended });
        expect([deadlineIn(lines), endIn(lines)]).toEqual([dueAt, dueAt]);
      }),
      { numRuns: PRINTED },
    );
  });
});

describe('an explanation', () => {
  it.each([
    {
      from: '2026-09-29 09:00',
      days: 5,
      why: ['不计：10月1日至7日（国庆节）、10月11日（周末）', '计入：10月10日（调休上班）'],
      because: 'the Saturday after 国庆 is worked, the Sunday after it is not',
    },
    {
      from: '2026-02-13 18:00',
      days: 5,
      why: ['不计：2月15日至23日（春节）', '计入：2月14日（调休上班）'],
      because: 'it begins on the Friday before the longest 春节',
    },
    {
      from: '2025-09-30 10:00',
      days: 3,
      why: ['不计：10月1日至8日（中秋节、国庆节）', '计入：10月11日（调休上班）'],
      because: '中秋 lies within 国庆',
    },
    {
      from: '2026-12-30 10:00',
      days: 3,
      why: ['不计：2027年1月1日至3日（元旦）'],
      because: 'New Year’s Day is a Friday of a year whose notice is not out',
    },
    {
      from: '2026-11-19 10:00',
      days: 3,
      why: ['不计：11月21日至22日（周末）'],
      because: 'there is nothing but a weekend',
    },
    { from: '2026-11-16 10:00', days: 3, why: [], because: 'nothing lies between Monday and Thursday' },
    {
      from: '2026-09-18 10:00',
      days: 6,
      why: ['不计：9月19日（周末）、9月25日至27日（中秋节）', '计入：9月20日（调休上班）'],
      because: 'one day of the weekend is off and the other is not',
    },
  ])('of $days working days from $from names each day: $because', ({ from, days, why }) => {
    const period: Period = { unit: 'working-days', count: days };
    const startedAt = beijing(from);
    const lines = printed(period, { startedAt, dueAt: walked(period, startedAt) });
    expect(lines.filter((line) => /^[不计]./.test(line))).toEqual(why);
  });

  it('says so where the calendar has changed and nobody has recomputed the deadline yet', () => {
    const startedAt = beijing('2026-09-29 09:00');
    const lines = printed({ unit: 'working-days', count: 5 }, { startedAt, dueAt: beijing('2026-10-09 00:00') });
    expect(lines.slice(-2)).toEqual([
      '届满：2026年10月8日（周四）24:00',
      '待重算：按现行规定为2026年10月12日（周一）24:00',
    ]);
  });

  it('says since when nothing is counted', () => {
    const startedAt = beijing('2026-09-29 09:00');
    const pausedAt = beijing('2026-10-08 10:00');
    const lines = printed(
      { unit: 'calendar-days', count: 90 },
      { startedAt, dueAt: beijing('2026-12-29 00:00'), pausedAt },
    );
    expect(lines).toContain('中止：自2026年10月8日（周四）10:00起中止计算，恢复后顺延');
  });
});
