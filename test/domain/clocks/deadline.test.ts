import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, type Instant } from '../../../domain/calendar/day.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { StaffCommandSchema } from '../../../domain/case/acts.ts';
import { deadlineOf, extendedBy, lastDayOf } from '../../../domain/clocks/deadline.ts';
import { beijing, calendar, inBeijing, policy } from '../../support/rules.ts';
import { saying, TYPES } from '../../support/sayings.ts';

const dueOf = (name: string, start: Instant) => deadlineOf(policy.clocks[name]!.period!, start, calendar);

describe('a deadline', () => {
  it.each([
    {
      clock: 'tell',
      start: '2026-09-20 16:30',
      due: '2026-10-06 00:00',
      because: 'the 5th is the last day, in the holiday',
    },
    {
      clock: 'tell',
      start: '2026-09-20 00:10',
      due: '2026-10-06 00:00',
      because: 'it is the 20th in Beijing, not in UTC',
    },
    {
      clock: 'tell',
      start: '2026-09-20 23:59',
      due: '2026-10-06 00:00',
      because: 'the hour of the day does not matter',
    },
    { clock: 'handle', start: '2026-12-31 09:00', due: '2027-03-02 00:00', because: '60 calendar days over New Year' },
    { clock: 'handle', start: '2028-01-01 09:00', due: '2028-03-02 00:00', because: 'February has a 29th' },
    {
      clock: 'objection',
      start: '2026-09-29 09:00',
      due: '2026-10-13 00:00',
      because: 'working days skip the holiday',
    },
    {
      clock: 'inspection-report',
      start: '2026-09-29 16:30',
      due: '2026-10-04 12:00',
      because: 'noon of the fifth day',
    },
    {
      clock: 'inspection-report',
      start: '2026-02-24 23:30',
      due: '2026-03-01 12:00',
      because: 'the fifth day is in March',
    },
    { clock: 'supplement', start: '2026-09-30 22:00', due: '2026-10-01 04:00', because: 'hours run on at night' },
  ] as const)('of $clock from $start is $due: $because', ({ clock, start, due }) => {
    expect(inBeijing(dueOf(clock, beijing(start)).dueAt)).toBe(due);
  });

  it('in working days is provisional when it reaches beyond the calendar', () => {
    expect(dueOf('objection', beijing('2026-12-28 09:00')).provisional).toBe(true);
    expect(dueOf('tell', beijing('2026-12-28 09:00')).provisional).toBe(false);
  });

  it('moved by thirty days stays at midnight', () => {
    const { dueAt } = dueOf('handle', beijing('2026-09-14 10:00'));
    expect(inBeijing(extendedBy(dueAt, 30))).toBe('2026-12-14 00:00');
  });
});

describe('every deadline, whatever the start', () => {
  const instants = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const names = fc.constantFrom<string>('tell', 'handle', 'objection', 'inspection-report', 'supplement');

  it('lies after its start', () => {
    fc.assert(fc.property(names, instants, (name, start) => dueOf(name, start).dueAt > start));
  });

  it('never comes earlier for a later start', () => {
    const pairs = fc.tuple(instants, instants).map((pair) => pair.toSorted());
    fc.assert(
      fc.property(names, pairs, (name, [early, late]) => dueOf(name, early!).dueAt <= dueOf(name, late!).dueAt),
    );
  });

  it('in calendar days ends exactly so many days after the day of the start', () => {
    fc.assert(fc.property(instants, (start) => lastDayOf(dueOf('tell', start).dueAt) === addDays(dayOf(start), 15)));
  });

  it('in working days has five of them behind it, and ends on one', () => {
    fc.assert(
      fc.property(instants, (start) => {
        const last = lastDayOf(dueOf('objection', start).dueAt);
        let worked = 0;
        for (let day = addDays(dayOf(start), 1); day <= last; day = addDays(day, 1)) {
          if (isWorkingDay(day, calendar)) worked += 1;
        }
        expect(worked).toBe(5);
        expect(isWorkingDay(last, calendar)).toBe(true);
      }),
    );
  });

  it('in hours is exact to the millisecond', () => {
    fc.assert(
      fc.property(
        instants,
        (start) => Date.parse(dueOf('supplement', start).dueAt) - Date.parse(start) === 6 * 3_600_000,
      ),
    );
  });
});

describe('a last day of the year 9999, by which databases say that there is none', () => {
  const days = /"(until|answerBy|performBy|end|by)":"20\d\d-\d\d-\d\d/;
  const dated = TYPES.map((type) => Array.from({ length: 40 }, (_, n) => JSON.stringify(saying(type, n)))).flatMap(
    (said) => said.find((one) => days.test(one)) ?? [],
  );

  it.each(dated)('is asked of nobody by staff: %s', (said) => {
    const asked = JSON.parse(said.replace(days, '"$1":"9999-12-31'));
    expect(StaffCommandSchema.safeParse(JSON.parse(said)).success).toBe(true);
    expect(StaffCommandSchema.safeParse(asked).error?.issues.map(({ message }) => message)).toContain(
      '年份不对，请核对',
    );
  });
});
