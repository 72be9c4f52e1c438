import type { Instant } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Clock } from './clock.ts';
import { entryOf } from './clock-name.ts';
import { furtherLadder, type LadderStep, type Ladders, repetitionAfter } from './ladder.ts';
import { type Policies, ruleOf } from './policy.ts';
import {
  goesOutAt,
  isLateFromStart,
  isToldLate,
  isToldWhenLate,
  nextWorkingDay,
  plannedAt,
  repeatedAt,
} from './rung-times.ts';

/** A rung of a ladder that has yet to go out. */
export interface Timer {
  readonly at: Instant;
  readonly clock: Clock;
  readonly step: LadderStep;
}

/** What tells when a clock's steps go out. */
export interface Schedule {
  readonly policies: Policies;
  readonly ladders: Ladders;
  readonly calendar: WorkCalendar;
}

/**
 * Everything that these clocks will still cause if nobody touches the case, in order of time; clocks that have stopped
 * cause nothing. Derived each time and stored nowhere, so a new calendar or ladder takes effect at once.
 */
export function timersOf(clocks: readonly Clock[], schedule: Schedule): readonly Timer[] {
  return clocks
    .filter(({ stoppedAt }) => stoppedAt === undefined)
    .flatMap((clock) => timersOfClock(clock, schedule))
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

/** The next instant at which the sweep must look at the case; undefined when no timer is left. */
export function nextTimerAt(clocks: readonly Clock[], schedule: Schedule): Instant | undefined {
  return timersOf(clocks, schedule)[0]?.at;
}

/** What is left of a clock hangs on it and its schedule alone, and is asked for again with each change of another clock. */
const known = new WeakMap<Clock, Schedule & { readonly timers: readonly Timer[] }>();

/**
 * The rungs of one clock that have not gone out, in order of time. Those that only a stricter ladder has are not made up
 * for where they lie before it.
 */
export function timersOfClock(clock: Clock, { policies, ladders, calendar }: Schedule): readonly Timer[] {
  const last = known.get(clock);
  if (last?.policies === policies && last.ladders === ladders && last.calendar === calendar) return last.timers;
  const timers = clock.pausedAt === undefined ? leftOf(clock, { policies, ladders, calendar }) : [];
  known.set(clock, { policies, ladders, calendar, timers });
  return timers;
}

function leftOf(clock: Clock, schedule: Schedule): readonly Timer[] {
  const own = ownLadder(clock, schedule).map(({ step }) => step);
  const { countedFrom, stricter, fired } = clock;
  const since = stricter && stricter.since > countedFrom ? stricter.since : countedFrom;
  const from = ({ step }: LadderStep) => (own.includes(step) ? countedFrom : since);
  return climbed(clock, schedule).filter(
    ({ at, step }) =>
      !fired.includes(step.step) && (at > from(step) || isToldLate(step, clock)) && !isLeftOut(step, at, clock),
  );
}

/** 已阅: whoever has read the step before it will see to it by then. */
const isLeftOut = ({ step }: LadderStep, at: Instant, { acknowledged = [] }: Clock): boolean =>
  acknowledged.some(({ stops, until }) => stops === step && at <= until);

/** The ladder of a clock, with the rungs of the stricter one of its case beside it, and in place of those alike. */
function ladderOf(clock: Clock, schedule: Schedule): readonly LadderStep[] {
  const own = ownLadder(clock, schedule);
  const further = clock.stricter && furtherLadder(clock.stricter.ladder, schedule.ladders);
  if (!further || !isChasedByDays(clock, own, schedule)) return own;
  const kept = own.filter(({ step }) => !further.some((one) => one.step === step));
  const planned = ({ when }: LadderStep) => plannedAt(when, clock.dueAt);
  return [...kept, ...further].toSorted(
    (one, other) => planned(one).localeCompare(planned(other)) || one.level - other.level,
  );
}

/** What has hours is strict enough, and a right that lapses is nobody's delay. */
function isChasedByDays(clock: Clock, ladder: readonly LadderStep[], { policies }: Schedule): boolean {
  const hasHours = ladder.some(({ when }) => 'hours' in when && when.hours !== 0);
  return !hasHours && ruleOf(clock, policies)?.owedTo !== 'nobody';
}

/** None for a clock that only a newer release knows. */
function ownLadder(clock: Clock, { policies, ladders }: Schedule): readonly LadderStep[] {
  const rule = ruleOf(clock, policies);
  if (!rule) return [];
  if (!rule.period && isShort(clock)) return ladders.others.hours;
  const entry = entryOf(clock.name);
  if (Object.hasOwn(ladders.clocks, entry)) return ladders.clocks[entry]!;
  return rule.period?.unit === 'hours' ? ladders.others.hours : ladders.others.days;
}

/** What is counted in hours is chased at any hour of any day. */
export function isOfHours(clock: Clock, policies: Policies): boolean {
  const rule = ruleOf(clock, policies);
  if (!rule?.period) return rule !== undefined && isShort(clock);
  return rule.dayAndNight === true || rule.period.unit === 'hours';
}

/** A limit of hours leaves no room for reminders by days. */
function isShort({ startedAt, dueAt }: Clock): boolean {
  const lasts = Date.parse(dueAt) - Date.parse(startedAt);
  return lasts > 0 && lasts < SHORT_MS;
}
const SHORT_MS = 72 * 3_600_000;

/**
 * The whole ladder at its times. A holiday pushes rungs together: of reminders to one level at one time only the last is sent, and
 * an escalation leaves the rung before it a working day, so that nobody is passed over before they could act.
 */
function climbed(clock: Clock, schedule: Schedule): readonly Timer[] {
  const { calendar } = schedule;
  const rule = ruleOf(clock, schedule.policies);
  const timers: Timer[] = [];
  for (const step of stillToClimb(clock, schedule)) {
    const [before, at] = [timers.at(-1), goesOutAt(step, clock, { rule, calendar })];
    const same = timers.findIndex((one) => one.at === at && isSameReminder(one.step, step));
    if (same >= 0) timers.splice(same, 1);
    const isCrowded = before !== undefined && at <= before.at && step.kind === 'escalation';
    timers.push({ at: isCrowded ? nextWorkingDay(before.at, at, calendar) : at, clock, step });
  }
  return timers
    .flatMap((timer) => [timer, ...repetitionOf(timer, calendar)])
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

/** Where it is late from the start, nobody is reminded of what has passed. */
function stillToClimb(clock: Clock, schedule: Schedule): readonly LadderStep[] {
  const ladder = ladderOf(clock, schedule);
  return isLateFromStart(clock) ? ladder.filter(isToldWhenLate) : ladder;
}

const isSameReminder = (one: LadderStep, other: LadderStep): boolean =>
  one.kind === 'reminder' && other.kind === 'reminder' && one.level === other.level;

/** What a rung causes again; no rung waits for it, however often that is. */
function repetitionOf({ at, clock, step }: Timer, calendar: WorkCalendar): readonly Timer[] {
  const again = repetitionAfter(step, clock.fired);
  return again ? [{ at: repeatedAt(at, again, calendar), clock, step: again }] : [];
}
