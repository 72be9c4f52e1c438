import type { Instant } from '../calendar/day.ts';
import { nameOfFact } from '../case/acts.ts';
import { type Case, runningClocks } from '../case/case.ts';
import { dutyOrganOf } from '../case/clocks/duty-organ.ts';
import type { CaseEvent } from '../case/events.ts';
import type { Clock } from '../clocks/clock.ts';
import { lateFrom } from '../clocks/deadline.ts';
import type { Explanation } from '../clocks/explain.ts';
import { LADDER_WORDS } from '../clocks/ladder.ts';
import { ruleOf } from '../clocks/policy.ts';
import type { Limit } from '../clocks/set-limit.ts';
import { type Timer, timersOfClock } from '../clocks/timers.ts';
import { above, CONTACT_ROLE_TEXT, type ContactRole, roleAt } from '../organs.ts';
import { daysLines, explanationOf } from './clock-days.ts';
import { deadline, moment, periodText, shortMoment } from './date-words.ts';
import { basisOf, GUESS, lastWord, type RuledClock, type Rules } from './matter-lines.ts';

/** A running clock with the reasons for its deadline, line by line, and what it will cause, in one. */
export interface ReasonedClock {
  readonly clock: Clock;
  readonly why: readonly string[];
  readonly next: string;
}

/**
 * 期限从何而来: of each running clock what set it going and when, its rule and source, every day that did not count, pauses
 * and extensions, and what comes next. `events` are those that the reader may see. A clock that only a newer release
 * knows is left without reasons.
 */
export function reasonsOf(
  state: Case,
  events: readonly CaseEvent[],
  now: Instant,
  rules: Rules,
): readonly ReasonedClock[] {
  return runningClocks(state).map((clock) => {
    const rule = ruleOf(clock, rules.policies);
    const explanation = explanationOf(state, clock, rules);
    if (!rule || !explanation) return { clock, why: [], next: '' };
    const why = whyLines(state, { clock, rule }, explanation, triggerOf(clock, events), rules);
    return { clock, why, next: nextLine(state, { clock, rule }, now, rules) };
  });
}

/** The latest event that set it running. */
const triggerOf = ({ name }: Clock, events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.findLast(({ started }) => started.some((start) => start.name === name));

function whyLines(
  state: Case,
  { clock, rule }: RuledClock,
  explanation: Explanation,
  trigger: CaseEvent | undefined,
  rules: Rules,
): readonly string[] {
  const { pausedDays, extendedDays } = explanation;
  const proposal = 'confidence' in rule.citation && rule.citation.confidence === 'P' ? '（建议，尚无规定）' : '';
  const basis = state.limits?.[clock.name]?.basis ?? `${basisOf(rule, clock, rules)}${proposal}`;
  return [
    `应办：${rule.duty}`,
    `起算：${moment(clock.startedAt)}${startText(clock, trigger)}`,
    `期限：${limitText(explanation.limit)}`,
    `依据：${basis}`,
    ...daysLines(clock, explanation),
    ...(pausedDays > 0 ? [`中止：中止计算的${pausedDays}日不计`] : []),
    ...(clock.pausedAt === undefined ? [] : [`中止：自${moment(clock.pausedAt)}起中止计算，恢复后顺延`]),
    ...(clock.acknowledged?.slice(-1) ?? []).map(
      ({ until }) => `已阅：责任单位${moment(until)}前办理，其间的下一次提醒不再发`,
    ),
    ...(extendedDays > 0 ? [`延长：${extendedDays}日`] : []),
    `届满：${deadline(clock.dueAt)}${clock.provisional ? GUESS : ''}`,
    ...movedLine({ clock, rule }, rules),
    ...(explanation.end.dueAt === clock.dueAt ? [] : [`待重算：按现行规定为${deadline(explanation.end.dueAt)}`]),
  ];
}

/** 顺延: until when it may still be done in time, where a day off is the last. */
function movedLine({ clock: { dueAt }, rule }: RuledClock, { calendar }: Rules): readonly string[] {
  const late = lateFrom(dueAt, rule, calendar);
  return late === dueAt ? [] : [`顺延：最后一日是节假日，按规定${deadline(late)}前办理不算超期`];
}

function startText({ startedAt }: Clock, trigger: CaseEvent | undefined): string {
  if (!trigger || trigger.type === 'unrecognised') return '';
  if (trigger.type === 'registered') return '收到来件';
  const name = nameOfFact(trigger.type);
  return trigger.at === startedAt ? name : `收到来件，${moment(trigger.at)}${name}时启动`;
}

function limitText(limit: Limit): string {
  if ('until' in limit) return `指定至${deadline(limit.until)}`;
  if (limit.unit === 'hours') return `${periodText(limit)}，昼夜连续计算`;
  const how = limit.unit === 'calendar-days' ? '（自然日，节假日计算在内）' : '';
  return `${periodText(limit)}${how}，起算当日不计，至最后一日${limit.by ?? '24:00'}`;
}

function nextLine(state: Case, { clock, rule }: RuledClock, now: Instant, rules: Rules): string {
  if (clock.pausedAt !== undefined) return '下一步 恢复计算前不催办';
  const timers = timersOfClock(clock, rules).filter(({ at }) => at > now);
  if (timers.length === 0) return `下一步 ${lastWord(clock, now, rule)}`;
  return `下一步 ${timers.map((timer) => `${shortMoment(timer.at)} ${rungText(timer, state, rules)}`).join('，')}`;
}

function rungText({ clock, step: { kind, level, tell, repeat } }: Timer, state: Case, rules: Rules): string {
  const organ = above(dutyOrganOf(clock, state, rules), level, rules);
  const to = level === 0 ? '' : `，升级至${organ.name}`;
  const who = new Set(Object.keys(tell).map((role) => CONTACT_ROLE_TEXT[roleAt(organ, role as ContactRole)]));
  return `${LADDER_WORDS[kind]}${to}（${[...who].join('、')}）${repeat ? `，此后${everyText(repeat)}重复` : ''}`;
}

/** How often a rung is repeated: weeks are counted to Mondays. */
export const everyText = ({ everyDays }: { readonly everyDays: number }): string =>
  everyDays === 7 ? '每周一' : `每${everyDays}日`;
