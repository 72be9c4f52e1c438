import { dayOf, type Instant } from '../calendar/day.ts';
import { type Case, runningClocks } from '../case/case.ts';
import { dutyOrganOf, isOthersDuty } from '../case/clocks/duty-organ.ts';
import { officerAt } from '../case/people/officers.ts';
import type { Clock } from '../clocks/clock.ts';
import type { ClockRule } from '../clocks/clock-rule.ts';
import { lateFrom } from '../clocks/deadline.ts';
import { ruleOf } from '../clocks/policy.ts';
import { type Schedule, type Timer, timersOfClock } from '../clocks/timers.ts';
import { cite } from '../law/cite.ts';
import type { Statutes } from '../law/statutes.ts';
import type { NotificationOrder } from '../notification-order.ts';
import { above, type Organiser, type Roster } from '../organs.ts';
import type { OutsideOffices } from '../outside-offices.ts';
import type { Senders } from '../partners/partner.ts';
import type { Texts } from '../texts/text.ts';
import { distance, shortDeadline, shortMoment } from './date-words.ts';

/** The rules that notices quote. */
export interface Rules extends Roster, Schedule {
  readonly statutes: Statutes;
  readonly organiser: Organiser;
  readonly texts: Texts;
  readonly senders?: Senders | undefined;
  readonly outside?: OutsideOffices | undefined;
  /** By what people are tried, where the province has that otherwise. */
  readonly order?: NotificationOrder | undefined;
  /** Where the staff's desk is found. */
  readonly desk?: string | undefined;
}

/** 事项 with its types, 地点, 责任人 of the lead and the order of an inspection: no word of the complainant, no street. */
export function matterOf(state: Case) {
  const { title, inspection } = state;
  const { types } = state.classification;
  return {
    matter: types.length > 0 ? `${title}（${types.join('、')}）` : title,
    place: placeOf(state),
    officer: officerAt(state, state.lead)?.name,
    batch: inspection?.batch.replace(/^第|批$/g, ''),
    item: inspection?.item,
  };
}

/** Where the case is opened at the desk, by whoever logs in; undefined where the desk's address is not known. */
export const deskLink = (caseId: string, { desk }: Rules): string | undefined =>
  desk && `${desk.replace(/\/$/, '')}/desk/cases/${caseId}`;

export function placeOf({ place }: Case): string {
  return place?.name ?? '地点待核实';
}

/** A clock with its rule. */
export interface RuledClock {
  readonly clock: Clock;
  readonly rule: ClockRule;
}

/**
 * The clocks of a case that a letter is about: the one named, or all that run but those that wait for somebody else,
 * soonest first, what is owed before what is a right, for the first is told as the deadline. A right that has lapsed is
 * nobody's duty, and what stands still is not due on the day that it says.
 */
export function clocksAtIssue(state: Case, now: Instant, { policies }: Rules, only?: string): readonly RuledClock[] {
  return runningClocks(state)
    .filter(({ name, pausedAt }) => (only === undefined ? pausedAt === undefined : name === only))
    .flatMap((clock) => {
      const rule = ruleOf(clock, policies);
      const isOver = rule?.owedTo === 'nobody' && clock.dueAt <= now;
      const isOthers = only === undefined && isOthersDuty(rule?.dutyOf);
      return rule && !isOver && !isOthers ? [{ clock, rule }] : [];
    })
    .toSorted((one, other) => rankOf(one) - rankOf(other) || one.clock.dueAt.localeCompare(other.clock.dueAt));
}

const rankOf = ({ rule }: RuledClock): number => (rule.owedTo === 'nobody' ? 1 : 0);

/** How long is left: once its last day is over, until when it is late by a law that moves that day. */
export function timeLeft(
  { dueAt }: Pick<Clock, 'dueAt'>,
  rule: ClockRule,
  now: Instant,
  { calendar }: Pick<Schedule, 'calendar'>,
): string {
  const late = lateFrom(dueAt, rule, calendar);
  return now < dueAt || late === dueAt
    ? distance(now, dueAt)
    : `${now < late ? '节假日顺延，' : ''}${distance(now, late)}`;
}

/** Of a day that the calendar does not reach. */
export const GUESS = '（节假日安排尚未公布，暂定）';

/** The law as it was when the clock began to run, or the practice where no law says so. */
export function basisOf({ citation }: ClockRule, { startedAt }: Clock, { statutes }: Rules): string {
  return 'provision' in citation ? cite(citation.provision, dayOf(startedAt), statutes) : citation.rule;
}

/** The same for a text message, whose values hold twenty characters each. */
export function shortDuty(
  { clock, rule }: RuledClock,
  now: Instant,
  rules: Rules,
): { duty: string; due: string; next: string } {
  const next = nextTimer(clock, now, rules);
  const step = next && `${shortMoment(next.at)}${next.step.level === 0 ? AGAIN[next.step.kind] : '上报上级督办'}`;
  return { duty: rule.duty, due: shortDeadline(clock.dueAt), next: step ?? lastWord(clock, now, rule) };
}

/** After the last rung there is nothing more to announce. */
export function lastWord({ dueAt }: Clock, now: Instant, { consequence }: ClockRule): string {
  return now < dueAt ? consequence : '已逐级上报，请立即办理';
}

const AGAIN = { reminder: '再次提醒', due: '再次催办', overdue: '再次催办', escalation: '督办' } as const;

export function nextTimer(clock: Clock, now: Instant, rules: Rules): Timer | undefined {
  return timersOfClock(clock, rules).find(({ at }) => at > now);
}

export function actionOf({ clock, step }: Timer, state: Case, rules: Rules): string {
  if (step.level === 0) return AGAIN[step.kind];
  return `上报${superiorFor(clock, step.level, state, rules)}督办`;
}

/** The organ so many levels above the one that must act. */
const superiorFor = (clock: Clock, level: number, state: Case, rules: Rules): string =>
  above(dutyOrganOf(clock, state, rules), level, rules).name;
