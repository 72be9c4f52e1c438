import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, timeOf } from '../../../domain/calendar/day.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { afterQuiet, isWithin, rungAfter } from '../../../domain/notices/delivery/waiting-hours.ts';
import { beijing, calendar, inBeijing, noticeHours } from '../../support/rules.ts';

const goesOut = (due: string) => inBeijing(rungAfter(beijing(due), calendar, noticeHours));

describe('a rung of a ladder', () => {
  it.each([
    ['2026-06-05 08:15', '2026-06-05 08:30', 'with the morning list of a Friday'],
    ['2026-09-20 08:15', '2026-09-20 08:30', 'of a Sunday that is worked (调休)'],
    ['2026-09-26 08:15', '2026-09-26 08:20', 'by itself on a Saturday: nobody writes a list'],
    ['2026-10-01 08:15', '2026-10-01 08:20', 'by itself on National Day'],
    ['2026-01-01 00:00', '2026-01-01 08:00', 'not in the night of the New Year'],
    ['2026-06-05 10:00', '2026-06-05 10:05', 'within five minutes where it comes later'],
    ['2026-06-05 23:40', '2026-06-06 08:00', 'that an outage kept until Friday night: on Saturday morning'],
    ['2026-06-07 23:40', '2026-06-08 08:30', 'that it kept until Sunday night: with the list of Monday'],
    ['2026-08-31 17:58', '2026-09-01 08:30', 'of the last evening of a month: with the list of the first'],
  ])('that is due at %s goes out at %s, %s', (due, out) => {
    expect(goesOut(due)).toBe(out);
  });

  it('never goes out in quiet hours, nor before it is due, and no later than the morning after or within five minutes', () => {
    const minutes = fc.integer({ min: 0, max: 366 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const due = new Date(Date.parse(beijing('2026-01-01 00:00')) + minute * 60_000).toISOString();
        const out = rungAfter(due, calendar, noticeHours);
        expect(isWithin(timeOf(out), noticeHours.quiet)).toBe(false);
        expect(out > due).toBe(true);
        const isMorning = timeOf(out) <= noticeHours.lists[0]!;
        expect(isMorning || Date.parse(out) - Date.parse(due) <= 5 * 60_000).toBe(true);
        if (timeOf(out) < noticeHours.lists[0]!) expect(isWorkingDay(dayOf(out), calendar)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('quiet hours', () => {
  it('may lie within a day as well', () => {
    const hours = { ...noticeHours, quiet: { from: '12:00', to: '14:00' } };
    expect(inBeijing(afterQuiet(beijing('2026-06-05 12:30'), hours))).toBe('2026-06-05 14:00');
    expect(inBeijing(afterQuiet(beijing('2026-06-05 23:30'), hours))).toBe('2026-06-05 23:30');
  });
});
