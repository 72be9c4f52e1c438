import type { Day } from '../calendar/day.ts';
import { entryOf } from './clock-name.ts';
import type { ClockRule, Period } from './clock-rule.ts';
import { localised, NOTHING_LOCAL } from './local-policy.ts';

/** One version of the rules, whole. A case keeps the version it started under until a recompute is ordered. */
export interface Policy {
  readonly version: string;
  readonly clocks: Readonly<Record<string, ClockRule>>;
}

/** What config/clocks.json says: the clocks that are the same under every version, and the versions, from old to new. */
export interface ClockVersions {
  /** Clocks whose day somebody sets for one case: no version is older or newer for them. */
  readonly set: Policy['clocks'];
  readonly versions: readonly Policy[];
}

/** Every version that an open case may run under, by its name, from old to new. */
export type Policies = ReadonlyMap<string, Policy>;

/** The version under which new cases start: one, or one from each of these days on, the first of them from ever. */
export type PolicyVersion = string | readonly { readonly from?: Day | undefined; readonly version: string }[];

/** The version of that day. A list names its days in order; synthesis sees to it. */
export function versionOn(day: Day, chosen: PolicyVersion): string {
  return typeof chosen === 'string' ? chosen : chosen.findLast(({ from = '' }) => from <= day)!.version;
}

/**
 * Builds each version out of what it changes: what it does not name stays as in the version before it. What has its day
 * set is in each, and what the province has otherwise holds in each.
 */
export function policiesOf({ set, versions }: ClockVersions, local = NOTHING_LOCAL): Policies {
  const whole = new Map<string, Policy>();
  let before: Policy['clocks'] = {};
  for (const { version, clocks } of versions) {
    before = { ...before, ...clocks };
    whole.set(version, { version, clocks: localised({ ...before, ...set }, local) });
  }
  return whole;
}

/** Thrown for a version of the rules that this release does not hold. */
class UnknownPolicy extends Error {
  override readonly name = 'UnknownPolicy';
}

/** Throws where there is no such version. */
export function policyNamed(version: string, policies: Policies): Policy {
  const policy = policies.get(version);
  if (!policy) throw new UnknownPolicy(`no clock policy "${version}"`);
  return policy;
}

/** A rule with the version that brought it. */
export interface VersionedRule {
  readonly entry: string;
  readonly rule: ClockRule;
  readonly policy: string;
}

/** Every clock of that version. */
export const rulesOf = (version: string, policies: Policies): readonly VersionedRule[] =>
  Object.entries(policyNamed(version, policies).clocks).map(([entry, rule]) => ({ entry, rule, policy: version }));

/** Of each step that begins by itself the newest rule that is in force on that day, with the first version that has it. */
export function stepRulesOn(day: Day, policies: Policies): readonly VersionedRule[] {
  const found = new Map<string, VersionedRule & { readonly since: Day }>();
  for (const one of [...policies.keys()].flatMap((version) => rulesOf(version, policies))) {
    const { since } = one.rule;
    if (since !== undefined && since <= day && since > (found.get(one.entry)?.since ?? ''))
      found.set(one.entry, { ...one, since });
  }
  return [...found.values()];
}

/** Of two versions the one that came later. One that there is no longer comes before all. */
export function laterOf(one: string, other: string, policies: Policies): string {
  const order = [...policies.keys()];
  return order.indexOf(one) < order.indexOf(other) ? other : one;
}

/** The rule that a clock runs under; undefined for a clock that only a newer release knows. */
export function ruleOf(
  { name, policy }: { readonly name: string; readonly policy: string },
  policies: Policies,
): ClockRule | undefined {
  const clocks = policies.get(policy)?.clocks ?? {};
  const entry = entryOf(name);
  return Object.hasOwn(clocks, entry) ? clocks[entry] : undefined;
}

/** The rule by which a complainant must hear after an event of that type; undefined where none is owed a word. */
export function owedAfter(event: string, { clocks }: Policy): (ClockRule & { readonly period: Period }) | undefined {
  const isOwed = (rule: ClockRule): rule is ClockRule & { readonly period: Period } =>
    rule.period !== undefined && rule.owedTo === 'complainant' && rule.startsOn.some((trigger) => trigger === event);
  return Object.values(clocks).find(isOwed);
}
