import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, dayOf } from '../../../domain/calendar/day.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { lastTerm, nextTermAt, SUMMARIES, termOn } from '../../../domain/notices/lists/summary-terms.ts';
import { beijing, calendar, inBeijing, noticeHours } from '../../support/rules.ts';

const mornings = { calendar, lists: noticeHours.lists };

describe('a term', () => {
  it.each([
    ['weekly', '2026-06-17 10:00', '2026-06-15 08:15', '2026-06-08', '2026-06-15'],
    ['weekly', '2026-06-15 08:14', '2026-06-08 08:15', '2026-06-01', '2026-06-08'],
    ['weekly', '2026-10-08 08:15', '2026-10-08 08:15', '2026-09-28', '2026-10-05'],
    ['undelivered', '2026-06-17 10:00', '2026-06-17 08:15', '2026-06-16', '2026-06-17'],
    ['undelivered', '2026-06-15 08:15', '2026-06-15 08:15', '2026-06-12', '2026-06-15'],
    ['undelivered', '2026-10-03 10:00', '2026-09-30 08:15', '2026-09-29', '2026-09-30'],
    ['monthly', '2026-10-08 08:14', '2026-09-01 08:15', '2026-08-01', '2026-09-01'],
    ['monthly', '2026-10-08 08:15', '2026-10-08 08:15', '2026-09-01', '2026-10-01'],
  ] as const)('%s, seen at %s, is that of %s', (summary, now, at, from, until) => {
    const term = lastTerm(summary, beijing(now), mornings);
    expect([inBeijing(term.at), term.from, term.until]).toEqual([at, from, until]);
  });

  it('follows the one before without a gap, on a day that is worked, and is found again by its day', () => {
    const hours = fc.integer({ min: 24 * 40, max: 24 * 320 });
    fc.assert(
      fc.property(fc.constantFrom(...SUMMARIES), hours, (summary, hour) => {
        const now = addHours(beijing('2026-01-01 00:00'), hour);
        const term = lastTerm(summary, now, mornings);
        const next = nextTermAt(summary, now, mornings);
        expect(term.at <= now && now < next).toBe(true);
        expect(lastTerm(summary, next, mornings).from).toBe(term.until);
        expect(isWorkingDay(dayOf(term.at), calendar)).toBe(true);
        expect(termOn(summary, term.day, mornings)).toEqual(term);
      }),
      { numRuns: 200 },
    );
  });
});
