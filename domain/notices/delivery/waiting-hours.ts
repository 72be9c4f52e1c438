import { addDays, type ClockTime, dayOf, type Instant, instantAt, timeOf } from '../../calendar/day.ts';
import { isWorkingDay, nearestWorkingDay, type WorkCalendar } from '../../calendar/working-days.ts';
import type { Case } from '../../case/case.ts';
import { ruleOf } from '../../clocks/policy.ts';
import { isOfHours } from '../../clocks/timers.ts';
import type { Letter } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import type { Notice, Wait } from '../notice.ts';

/** 工作时间、免打扰时段与通知清单, in Beijing: config/notice-hours.json, and what a province has otherwise. */
export interface NoticeHours {
  /** What can wait is sent from then, and not after, on working days. */
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** 免打扰时段 of every day, over midnight: in it no rung of a ladder goes out but those that wait for nothing. */
  readonly quiet: { readonly from: ClockTime; readonly to: ClockTime };
  /** When all that can wait goes out on working days, in order: the first, 晨间清单, with all that came in the night. */
  readonly lists: readonly ClockTime[];
  /** So many messages that can wait reach one person in a day at most, whichever way: there are no more lists than that. */
  readonly budget: number;
}

const LADDER: readonly string[] = ['提醒', '催办', '超期', '督办'];
const PRESSING: readonly string[] = ['紧急', '加急'];

/**
 * Clocks of hours are told at any hour, each rung by itself, until only their repetition is left; so is whatever else is
 * asked about emergencies and inspection items. Rungs of days come in a list, whatever the case; that a right is about to
 * lapse is no letter of its own, for it was told with the case.
 */
export function waitOf(letter: Letter, state: Case, rules: Rules): Wait | undefined {
  const { kind, clock, isAgain } = letter;
  if (isAgain) return 'list';
  if (PRESSING.includes(kind) || hasHours(clock, state, rules)) return undefined;
  if (LADDER.includes(kind)) return isRight(clock, state, rules) ? 'along' : 'list';
  return state.classification.urgency === 'emergency' || state.inspection ? undefined : 'hours';
}

const clockNamed = (name: string | undefined, { clocks }: Case) => clocks.find((one) => one.name === name);

function isRight(name: string | undefined, state: Case, { policies }: Rules): boolean {
  const clock = clockNamed(name, state);
  return clock !== undefined && ruleOf(clock, policies)?.owedTo === 'nobody';
}

function hasHours(name: string | undefined, state: Case, { policies }: Rules): boolean {
  const clock = clockNamed(name, state);
  const period = clock && ruleOf(clock, policies)?.period;
  const hasItsTime = period?.unit !== 'hours' && period?.by !== undefined;
  return clock !== undefined && (isOfHours(clock, policies) || hasItsTime);
}

const LIST_MS = 5 * 60_000;

/** The next time at which what belongs together may go out together, within five minutes. */
export const listAfter = (now: Instant): Instant =>
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

/** The same instant for what has its own hour, or waits for nothing. */
export const afterQuietOf = ({ wait }: Pick<Notice, 'wait'>, at: Instant, hours: NoticeHours): Instant =>
  wait === undefined || wait === 'hour' ? at : afterQuiet(at, hours);

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

/** The next time of a list, on this working day or the next. */
export function nextListTime(now: Instant, calendar: WorkCalendar, { lists }: NoticeHours): Instant {
  const today = dayOf(now);
  const later = isWorkingDay(today, calendar) ? lists.find((time) => timeOf(now) < time) : undefined;
  if (later !== undefined) return instantAt(today, later);
  return instantAt(nearestWorkingDay(addDays(today, 1), 'later', calendar), lists[0]!);
}
