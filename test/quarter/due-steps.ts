import calendarFile from '../../config/calendar.json' with { type: 'json' };
import type { Case } from '../../domain/case/case.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { ladders, policies } from '../support/rules.ts';

/** A step that must have gone out by then. */
export interface Due {
  readonly clock: string;
  readonly step: string;
  readonly at: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 1 January 2027 is off by law, whatever the notice of that year will say. */
const holidays = [...calendarFile.years['2026'].holidays, '2027-01-01'];
const { makeUpDays } = calendarFile.years['2026'];

/** Beijing days, counted one by one: nothing of what the product computes by. */
const dayAt = (milliseconds: number): string => new Date(milliseconds + 8 * HOUR_MS).toISOString().slice(0, 10);
const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const isWorked = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (makeUpDays.includes(day)) return true;
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
};
const moved = (day: string, by: number): string => {
  let found = day;
  while (!isWorked(found)) found = dayAt(midnight(found) + by * DAY_MS);
  return found;
};

/** The steps at and after a deadline that came while its clock ran: when each had to be out, at the latest. */
export function dueSteps({ clocks }: Case, end: string): readonly Due[] {
  return clocks.flatMap((clock) => stepsOf(clock).filter(({ at }) => at < (clock.stoppedAt ?? end)));
}

function stepsOf({ name, policy, dueAt }: Clock): readonly Due[] {
  const rule = policies.get(policy)?.clocks[name];
  const ladder = ladders.clocks[name] ?? (rule?.period?.unit === 'hours' ? ladders.others.hours : ladders.others.days);
  const last = dayAt(Date.parse(dueAt) - 1);
  return ladder
    .filter(({ kind }) => kind !== 'reminder')
    .map(({ step, when }) => {
      if ('hours' in when)
        return { clock: name, step, at: new Date(Date.parse(dueAt) + when.hours * HOUR_MS).toISOString() };
      const day = dayAt(midnight(last) + when.days * DAY_MS);
      const on = when.move === 'none' ? day : moved(day, when.move === 'later' ? 1 : -1);
      return { clock: name, step, at: new Date(midnight(on) + minutesOf(when.at) * 60_000).toISOString() };
    });
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
