import { type Day, dayOf, type Instant, instantAt } from '../../calendar/day.ts';
import type { Clock, ClockStart } from '../../clocks/clock.ts';
import { clockNameOf, entryOf } from '../../clocks/clock-name.ts';
import type { ClockRule, Trigger } from '../../clocks/clock-rule.ts';
import {
  laterOf,
  type Policies,
  ruleOf,
  rulesOf,
  stepRulesOn,
  type VersionedRule,
  versionOn,
} from '../../clocks/policy.ts';
import { limitEnd, limitFor } from '../../clocks/set-limit.ts';
import { type Case, isOpen, runningClocks } from '../case.ts';
import type { CaseRules } from '../context.ts';
import { caseFulfils, eventFulfils, type Happening } from './clock-conditions.ts';
import { furtherLadder } from './further-ladder.ts';
import { whileHolds } from './owed-clocks.ts';

/** An event as far as it starts and stops clocks: no act is known here. */
interface Started extends Happening {
  readonly type: string;
  readonly at: Instant;
  readonly receivedAt?: Instant | undefined;
  /** The day on which it was, where it may be recorded later. */
  readonly on?: Day | undefined;
  readonly started: readonly ClockStart[];
}

/**
 * The clocks that an event sets running, as config/clocks.json says, with their deadlines. `before` is the case before
 * the event, undefined for its first one; `after` the case after it.
 */
export function clocksStartedBy(
  event: Started,
  before: Case | undefined,
  after: Case,
  rules: CaseRules,
): readonly ClockStart[] {
  return rulesFor(before, startOf(event), rules)
    .map(({ entry, ...under }) => ({ name: under.rule.each ? clockNameOf(entry, itemIn(event)) : entry, ...under }))
    .filter(({ name, rule }) => starts(name, rule, event, before) && fits(rule, after, rules))
    .flatMap(({ name, rule, policy }) => {
      const limit = limitFor(name, rule, after.limits);
      const countsFrom = after.limits?.[name]?.since ?? (rule.countsFrom && COUNTS_FROM[rule.countsFrom](after, event));
      const end = limit && limitEnd(limit, countsFrom ?? startOf(event), rules.calendar);
      return end ? [{ name, policy, countsFrom, ...end }] : [];
    });
}

type Beginning = (state: Case, event: Started) => Instant | undefined;

const COUNTS_FROM: Readonly<Record<NonNullable<ClockRule['countsFrom']>, Beginning>> = {
  receipt: ({ receivedAt }) => receivedAt,
  request: ({ review }) => review?.askedAt,
  'its-day': (_, { on }) => (on === undefined ? undefined : instantAt(on, '00:00')),
};

/** The number of the one that an event is about, where a case has several. */
function itemIn(event: Started): number | undefined {
  const item: unknown = Reflect.get(event, 'item');
  return typeof item === 'number' ? item : undefined;
}

/** The rules for what starts in a case at that time: those of its own version, and of a step the newest that is in force. */
function rulesFor(state: Case | undefined, start: Instant, rules: CaseRules): readonly VersionedRule[] {
  const { policies } = rules;
  const day = dayOf(start);
  const steps = stepRulesOn(day, policies);
  const isOlder = ({ entry, policy }: VersionedRule) =>
    steps.some((step) => step.entry === entry && laterOf(policy, step.policy, policies) !== policy);
  const own = rulesOf(policyOf(state, policies) ?? versionOn(day, rules.currentPolicy), policies).filter(
    (one) => !isOlder(one),
  );
  return [...own, ...steps.filter(({ entry }) => !own.some((one) => one.entry === entry))];
}

/**
 * The policy that a case started under, or was moved to; undefined where it has none that is known, as when it is new.
 * What goes by the day on which it started does not tell.
 */
function policyOf(state: Case | undefined, policies: Policies): string | undefined {
  const clocks = state?.clocks.filter((clock) => ruleOf(clock, policies)?.since === undefined) ?? [];
  const own = (runningClocks({ clocks })[0] ?? clocks.at(-1))?.policy;
  return own !== undefined && policies.has(own) ? own : undefined;
}

function starts(name: string, rule: ClockRule, event: Started, before: Case | undefined): boolean {
  if (isTriggered(rule.restartsOn ?? [], event, before)) return true;
  const isRunning = before?.clocks.some((clock) => clock.name === name && clock.stoppedAt === undefined);
  return !isRunning && isTriggered(rule.startsOn, event, before);
}

const fits = (rule: ClockRule, state: Case, rules: CaseRules): boolean =>
  whileHolds(rule, state) && (rule.where ?? []).every((condition) => caseFulfils(condition, state, rules));

function isTriggered(triggers: readonly Trigger[], event: Started, before: Case | undefined): boolean {
  return triggers.some((trigger) =>
    typeof trigger === 'string'
      ? trigger === event.type
      : trigger.on === event.type && before !== undefined && eventFulfils(trigger.if, before, event),
  );
}

/** What was registered late counts from its receipt all the same, also what came in later for a case. */
function startOf(event: Started): Instant {
  const isIntake = event.type === 'registered' || event.type === 'followed-up';
  return isIntake ? (event.receivedAt ?? event.at) : event.at;
}

/**
 * The clocks of a case after an event that stops some of them. One that only a newer release knows runs until the case
 * ends.
 */
export function stoppedBy(event: Started, before: Case, after: Case, policies: Policies): readonly Clock[] {
  const ends = isOpen(before) && !isOpen(after);
  const isStopped = (clock: Clock) => {
    const rule = ruleOf(clock, policies);
    if (!rule) return ends;
    return !whileHolds(rule, after) || (isTriggered(rule.stopsOn, event, before) && isAbout(clock, rule, event));
  };
  return after.clocks.map((clock) =>
    clock.stoppedAt === undefined && isStopped(clock) ? { ...clock, stoppedAt: event.at } : clock,
  );
}

/** Of several clocks of a kind an event that names one stops that one; what ends a case stops all. */
function isAbout({ name }: Clock, { each }: ClockRule, event: Started): boolean {
  const item = itemIn(event);
  return !each || item === undefined || name === clockNameOf(entryOf(name), item);
}

/** With the clocks that an event started; one that starts again takes the place of its former run. */
export function withStarted(clocks: readonly Clock[], event: Started): readonly Clock[] {
  const kept = clocks.filter((clock) => !event.started.some(({ name }) => name === clock.name));
  return [...kept, ...event.started.map((start) => clockOf(start, startOf(event)))];
}

function clockOf({ name, policy, countsFrom, dueAt, provisional }: ClockStart, at: Instant): Clock {
  const startedAt = countsFrom ?? at;
  return { name, policy, startedAt, countedFrom: at, dueAt, provisional, extended: false, fired: [] };
}

/** All that run are chased by the further ladder of their case, or no longer by one. */
export function withFurtherLadder(clocks: readonly Clock[], state: Case, at: Instant): readonly Clock[] {
  const stricter = furtherLadder(clocks, state, at);
  return clocks.map((clock) =>
    clock.stoppedAt !== undefined || clock.stricter === stricter ? clock : { ...clock, stricter },
  );
}
