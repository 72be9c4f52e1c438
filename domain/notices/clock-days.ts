import { type Day, dayOf } from '../calendar/day.ts';
import { type DaysOff, isHoliday } from '../calendar/days-off.ts';
import type { Case } from '../case/case.ts';
import type { Clock } from '../clocks/clock.ts';
import { type Explanation, explain } from '../clocks/explain.ts';
import { ruleOf } from '../clocks/policy.ts';
import { limitFor } from '../clocks/set-limit.ts';
import type { Schedule } from '../clocks/timers.ts';
import { dateText } from './date-words.ts';

/** How the deadline of a clock of this case comes about; undefined for a clock that only a newer release knows. */
export function explanationOf(
  { limits }: Pick<Case, 'limits'>,
  clock: Clock,
  { policies, calendar }: Schedule,
): Explanation | undefined {
  const rule = ruleOf(clock, policies);
  const limit = rule && limitFor(clock.name, rule, limits);
  return limit && explain(clock, limit, rule.extension, calendar);
}

/** 不计, 计入: every day that did not count with its reason, and every weekend day that did. */
export function daysLines({ startedAt }: Clock, { walked }: Explanation): readonly string[] {
  if (!walked) return [];
  const year = dayOf(startedAt).slice(0, 4);
  const off = walked.off.map((days) => `${daysText(days, year)}（${days.name}）`);
  const madeUp = walked.madeUp.map((day) => `${dayText(day, year)}（调休上班）`);
  return [
    ...(off.length > 0 ? [`不计：${off.join('、')}`] : []),
    ...(madeUp.length > 0 ? [`计入：${madeUp.join('、')}`] : []),
  ];
}

/** The same, where a reader would count otherwise: a plain weekend surprises nobody. */
export function surprisingDays(clock: Clock, explanation: Explanation | undefined): readonly string[] {
  const { off = [], madeUp = [] } = explanation?.walked ?? {};
  return explanation && (madeUp.length > 0 || off.some(isHoliday)) ? daysLines(clock, explanation) : [];
}

/** "10月1日至7日", "12月31日至2027年1月3日": no more than tells the days apart. */
function daysText({ from, to }: DaysOff, year: string): string {
  if (from === to) return dayText(from, year);
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : dayText(to, from.slice(0, 4));
  return `${dayText(from, year)}至${end}`;
}

const dayText = (day: Day, year: string): string => dateText(day).slice(day.startsWith(year) ? 5 : 0);
