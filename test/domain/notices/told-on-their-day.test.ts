import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, dayOf, timeOf } from '../../../domain/calendar/day.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { nextListTime, rungAfter } from '../../../domain/notices/delivery/waiting-hours.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { caseAfter, registeredAt, swept } from '../../support/cases.ts';
import { beijing, calendar, contextAt, noticeHours } from '../../support/rules.ts';

const KINDS = [{}, { inspection: { batch: '3', item: 'D3QH001' } }, { urgency: 'emergency' }] as const;

/** A case that nobody touches for four weeks, looked at every morning, and what staff are told of each rung. */
function chasedFrom(start: string, changes: object) {
  const mornings = Array.from({ length: 28 }, (_, day) => swept(addHours(start, 24 * (day + 1))));
  const { state, events } = caseAfter(registeredAt(start, changes), ...mornings);
  return events.flatMap((event) =>
    event.type === 'chased'
      ? noticesFor(event, state, contextAt(event.at)).map((notice) => ({ event, wait: notice.wait }))
      : [],
  );
}

const goesOut = (wait: string | undefined, at: string) =>
  wait === undefined ? at : rungAfter(at, calendar, noticeHours);

describe('a rung of a ladder, whatever the case', () => {
  it('is told on the day on which it is due, by itself or with the list of that day', () => {
    const days = fc.integer({ min: 0, max: 330 });
    fc.assert(
      fc.property(days, fc.constantFrom(...KINDS), (day, changes) => {
        const told = chasedFrom(addHours(beijing('2026-01-01 10:00'), 24 * day), changes);
        expect(told.length).toBeGreaterThan(0);
        for (const { event, wait } of told) {
          expect(wait).not.toBe('hours');
          expect(dayOf(goesOut(wait, event.scheduledAt))).toBe(dayOf(event.scheduledAt));
          const isToldBesides = told.some((one) => one.event === event && one.wait === 'list');
          if (wait === 'along' || wait === 'beside') expect(isToldBesides || event.clock === 'objection').toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what can wait', () => {
  it('waits for the next list and no longer: on a working day before the last list, for one of that day', () => {
    const minutes = fc.integer({ min: 0, max: 360 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const now = addHours(beijing('2026-01-01 00:00'), minute / 60);
        const out = nextListTime(now, calendar, noticeHours);
        const isToday = isWorkingDay(dayOf(now), calendar) && timeOf(now) < noticeHours.lists.at(-1)!;
        expect(out > now).toBe(true);
        expect(dayOf(out) === dayOf(now)).toBe(isToday);
        if (!isToday) expect(timeOf(out)).toBe(noticeHours.lists[0]);
      }),
      { numRuns: 200 },
    );
  });
});
