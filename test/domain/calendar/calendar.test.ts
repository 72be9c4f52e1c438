import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/day.ts';
import { addWorkingDays, isWorkingDay, nearestWorkingDay } from '../../../domain/calendar/working-days.ts';
import { calendar } from '../../support/rules.ts';

describe('the calendar', () => {
  it('agrees with chinese-days on every day that it covers', () => {
    const differing: string[] = [];
    for (let day = calendar.from; day <= calendar.to; day = addDays(day, 1)) {
      if (isWorkingDay(day, calendar) !== chineseDays.isWorkday(day)) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  it.each([
    { day: '2026-10-10', working: true, because: 'a Saturday made up for' },
    { day: '2026-10-07', working: false, because: 'a Wednesday of the national holiday' },
    { day: '2026-02-14', working: true, because: 'a Saturday before Spring Festival' },
    { day: '2026-01-02', working: false, because: 'the Friday after New Year' },
    { day: '2026-11-21', working: false, because: 'an ordinary Saturday' },
  ])('takes $day for working: $working, $because', ({ day, working }) => {
    expect(isWorkingDay(day, calendar)).toBe(working);
  });
});

describe('five working days', () => {
  it.each([
    { start: '2026-11-16', end: '2026-11-23', because: 'a Monday: the weekend is skipped' },
    { start: '2026-09-29', end: '2026-10-12', because: 'the holiday is out, make-up Saturday in' },
    { start: '2026-09-19', end: '2026-09-24', because: 'the make-up Sunday counts' },
    { start: '2026-02-13', end: '2026-02-27', because: 'Spring Festival is nine days' },
  ])('from $start end on $end: $because', ({ start, end }) => {
    expect(addWorkingDays(start, 5, calendar)).toEqual({ day: end, certain: true });
  });

  it.each([
    { start: '2026-12-28', count: 5, end: '2027-01-05', because: '1 January is off whatever the notice says' },
    { start: '2026-12-30', count: 5, end: '2027-01-07', because: 'the same, two days later' },
    { start: '2027-02-03', count: 3, end: '2027-02-12', because: '除夕 to 初三, and two days for the weekend' },
    { start: '2027-04-29', count: 2, end: '2027-05-05', because: '1 and 2 May are a weekend, made up' },
    { start: '2027-09-30', count: 1, end: '2027-10-06', because: 'two of three days are a weekend, made up' },
  ])('from $start, $count end on $end, which is a guess until the notice: $because', ({ start, count, end }) => {
    expect(addWorkingDays(start, count, calendar)).toEqual({ day: end, certain: false });
  });
});

describe('a step that falls on a day off', () => {
  it('goes out before the holiday when it must not be late', () => {
    expect(nearestWorkingDay('2026-10-05', 'earlier', calendar)).toBe('2026-09-30');
  });
  it('goes out after it otherwise', () => {
    expect(nearestWorkingDay('2026-10-03', 'later', calendar)).toBe('2026-10-08');
  });
  it('after the last day of the year 9999 is an error, and no search without end', () => {
    const friday = '9999-12-31';
    expect(nearestWorkingDay(friday, 'later', calendar)).toBe(friday);
    expect(() => addWorkingDays(friday, 1, calendar)).toThrow('year 9999');
  });
  it('stays where it is on a make-up day', () => {
    expect(nearestWorkingDay('2026-10-10', 'later', calendar)).toBe('2026-10-10');
  });
  it('keeps off the holidays of a year whose notice is not out', () => {
    expect(nearestWorkingDay('2027-01-01', 'earlier', calendar)).toBe('2026-12-31');
    expect(nearestWorkingDay('2027-06-09', 'later', calendar)).toBe('2027-06-10');
  });
});
