import { addDays, type ClockTime, dayOf, type Instant, instantAt, timeOf } from '../calendar/day.ts';
import { isWorkingDay, nearestWorkingDay, type WorkCalendar } from '../calendar/working-days.ts';
import type { Case } from '../case/case.ts';
import { isOfHours } from '../clocks/timers.ts';
import type { Letter } from './letter.ts';
import type { Rules } from './matter-lines.ts';
import type { Wait } from './notice.ts';

/** 工作时间、免打扰时段与通知清单, in Beijing: config/notice-hours.json, and what a province has otherwise. */
export interface NoticeHours {
  /** What can wait is sent from then, and not after, on working days. */
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** 免打扰时段 of every day, over midnight: in it no rung of a ladder goes out but those that wait for nothing. */
  readonly quiet: { readonly from: ClockTime; readonly to: ClockTime };
  /** When lists go out on working days, in order: the first, 晨间清单, with all that came in the night. */
  readonly lists: readonly ClockTime[];
  /** So many letters that can wait reach one mailbox by themselves in a day; the others come in a list. */
  readonly budget: number;
}

const LADDER: readonly string[] = ['提醒', '催办', '超期', '督办'];
const PRESSING: readonly string[] = ['紧急', '加急'];

/** Emergencies, inspection items and clocks of hours are told at any hour, each by itself. */
export function waitOf(letter: Letter, state: Case, rules: Rules): Wait | undefined {
  const { kind, clock } = letter;
  const isUrgent = PRESSING.includes(kind) || state.classification.urgency === 'emergency' || state.inspection;
  if (isUrgent || hasHours(clock, state, rules)) return undefined;
  if (!LADDER.includes(kind)) return 'hours';
  return 'list';
}

function hasHours(name: string | undefined, { clocks }: Case, { policies }: Rules): boolean {
  const clock = clocks.find((one) => one.name === name);
  return clock !== undefined && isOfHours(clock, policies);
}

const LIST_MS = 5 * 60_000;

const listAfter = (now: Instant): Instant =>
  new Date((Math.floor(Date.parse(now) / LIST_MS) + 1) * LIST_MS).toISOString();

/** Whether a time of day lies in those hours, which may go over midnight. */
export const isWithin = (time: ClockTime, { from, to }: NoticeHours['quiet']): boolean =>
  from > to ? time >= from || time < to : time >= from && time < to;

/** The same instant, or the end of the quiet hours that it lies in. */
export function afterQuiet(at: Instant, { quiet }: NoticeHours): Instant {
  const time = timeOf(at);
  if (!isWithin(time, quiet)) return at;
  return instantAt(addDays(dayOf(at), time < quiet.to ? 0 : 1), quiet.to);
}

/**
 * When a rung that is due now goes out with the others of its mailbox: within five minutes, but in no quiet hours; on a
 * working day, before the morning list, with that.
 */
export function rungAfter(now: Instant, calendar: WorkCalendar, hours: NoticeHours): Instant {
  const at = afterQuiet(listAfter(now), hours);
  const morning = instantAt(dayOf(at), hours.lists[0]!);
  return isWorkingDay(dayOf(at), calendar) && at < morning ? morning : at;
}

/** When all that was caused at that moment goes out together: five minutes later at the earliest. */
export const batchAfter = (at: Instant): Instant => listAfter(listAfter(at));

/** Whether somebody is at work to read what can wait. Make-up days count. */
export function isWorkingHour(now: Instant, calendar: WorkCalendar, { from, to }: NoticeHours): boolean {
  const time = timeOf(now);
  return isWorkingDay(dayOf(now), calendar) && from <= time && time < to;
}

/** The next time of a list, on this working day or the next. */
export function nextListTime(now: Instant, calendar: WorkCalendar, { lists }: NoticeHours): Instant {
  const today = dayOf(now);
  const later = isWorkingDay(today, calendar) ? lists.find((time) => timeOf(now) < time) : undefined;
  if (later !== undefined) return instantAt(today, later);
  return instantAt(nearestWorkingDay(addDays(today, 1), 'later', calendar), lists[0]!);
}
