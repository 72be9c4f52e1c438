import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../../domain/calendar/day.ts';
import { lunarDate, qingmingOf } from '../../../domain/calendar/lunar-dates.ts';
import { statutoryDaysOff, statutoryHolidays } from '../../../domain/calendar/statutory-holidays.ts';

const years = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('the dates that sun and moon make', () => {
  it.each(years(2004, 2026))('are those of chinese-days in %i', (year) => {
    const dates = [lunarDate(year, 1, 1), lunarDate(year, 5, 5), lunarDate(year, 8, 15), qingmingOf(year)];
    const known = ['01-01', '05-05', '08-15'].map(
      (lunar) => chineseDays.getSolarDateFromLunar(`${year}-${lunar}`).date,
    );
    expect(dates).toEqual([...known, chineseDays.getSolarTermDate(year, 4, 'pure_brightness')]);
  });

  it('are the same for every month of the thirty years to come', () => {
    const differing = years(2027, 2056).flatMap((year) =>
      years(1, 10)
        .filter(
          (month) =>
            lunarDate(year, month, 1) !==
            chineseDays.getSolarDateFromLunar(`${year}-${String(month).padStart(2, '0')}-01`).date,
        )
        .map((month) => `${year}-${month}`),
    );
    expect(differing).toEqual([]);
  });

  it.each([
    [2033, '2033-01-31', 'whose eleventh month is doubled only after its autumn'],
    [2034, '2034-02-19', 'after that leap month'],
    [2023, '2023-01-22', 'before a doubled second month'],
  ])('the lunar new year of %i is %s, %s', (year, day) => {
    expect(lunarDate(year, 1, 1)).toBe(day);
  });
});

describe('the days off that need no notice', () => {
  it.each([2025, 2026])('were days off in %i', (year) => {
    expect(
      statutoryHolidays(year)
        .flat()
        .filter((day) => chineseDays.isWorkday(day)),
    ).toEqual([]);
    expect(statutoryHolidays(year).flat()).toHaveLength(13);
  });

  it('of 2027 are thirteen, six of them on a weekend and made up after it', () => {
    expect(statutoryHolidays(2027)).toEqual([
      ['2027-01-01'],
      ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
      ['2027-04-05'],
      ['2027-05-01', '2027-05-02'],
      ['2027-06-09'],
      ['2027-09-15'],
      ['2027-10-01', '2027-10-02', '2027-10-03'],
    ]);
    const madeUp = statutoryDaysOff(2027).filter((day) => !statutoryHolidays(2027).flat().includes(day));
    expect(madeUp).toEqual(['2027-02-09', '2027-02-10', '2027-05-03', '2027-05-04', '2027-10-04', '2027-10-05']);
  });

  const apart = years(2025, 2056).filter((year) => new Set(statutoryHolidays(year).flat()).size === 13);
  it.each(apart)('of %i take thirteen days from the week, wherever they fall', (year) => {
    expect(statutoryDaysOff(year).filter((day) => weekdayOf(day) > 0 && weekdayOf(day) < 6)).toHaveLength(13);
  });
});
