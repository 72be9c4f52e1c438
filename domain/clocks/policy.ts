import type { ClockTime } from '../calendar/day.ts';

/** 时限: the legal periods that may run for a case. */
export type ClockName = 'tell' | 'handle' | 'objection' | 'inspection-report' | 'supplement';

/** How long. Days end at midnight of the last day in Beijing unless `by` says earlier; the day of the trigger never counts. */
export type Period =
  | { readonly unit: 'hours'; readonly count: number }
  | { readonly unit: 'calendar-days' | 'working-days'; readonly count: number; readonly by?: ClockTime | undefined };

/** When a step happens: on a day before (−) or after (+) the last day, moved off days nobody works; or hours from the due instant. */
export type StepTime =
  | { readonly days: number; readonly at: ClockTime; readonly move: 'earlier' | 'later' | 'none' }
  | { readonly hours: number };

/** One rung of the ladder. `level` counts how far above the lead organ the notice goes: 0 the organ itself. */
export interface LadderStep {
  /** Unique within the clock, and stable: a step that went out is known by it. */
  readonly step: string;
  readonly kind: 'reminder' | 'due' | 'overdue' | 'escalation';
  readonly level: 0 | 1 | 2;
  readonly when: StepTime;
}

export interface ClockRule {
  /** For people: what is due. */
  readonly duty: string;
  /** For people: what happens if it is not done. */
  readonly consequence: string;
  readonly period: Period;
  /** Extension, granted once, added to the last day. */
  readonly extension?: { readonly unit: 'calendar-days'; readonly count: number } | undefined;
  readonly ladder: readonly LadderStep[];
  /** Where the rule stands, and how sure that is: A the text itself was read, B an official site, C a copy, S the founding papers. */
  readonly citation: { readonly rule: string; readonly source: string; readonly confidence: 'A' | 'B' | 'C' | 'S' };
}

/** One version of the rules. A case keeps the version it started under until a recompute is ordered. */
export interface Policy {
  readonly version: string;
  readonly clocks: Readonly<Record<ClockName, ClockRule>>;
}

/** Every version that an open case may run under, by its name. */
export type Policies = ReadonlyMap<string, Policy>;

export function policyNamed(version: string, policies: Policies): Policy {
  const policy = policies.get(version);
  if (!policy) throw new Error(`no clock policy "${version}"`);
  return policy;
}
