import type { Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import { decide } from '../../domain/case/decide.ts';
import { record } from '../../domain/case/record.ts';
import { ruleOf } from '../../domain/clocks/policy.ts';
import { type ReasonedClock, reasonsOf } from '../../domain/notices/clock-reasons.ts';

/** What other rules would do to a running clock of a case. */
export interface ClockMove {
  /** 时限名称. */
  readonly name: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Lines of its explanation that hold no longer, and those that take their place. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** The case as a recompute would leave it under those rules, and under `policy` where one is named. */
export function recomputed(state: Case, policy: string | undefined, now: Instant, rules: CaseRules): Case {
  const context = { ...rules, now, actor: { kind: 'system' } as const };
  const decision = decide(state, { type: 'recompute', policy }, context);
  const facts = decision.kind === 'decided' ? decision.facts : [];
  return record(state.id, state, facts, context, () => undefined).state!;
}

/**
 * What a recompute under the rules `after` would move, and why: deadlines, and what is sent when. Empty for a case that
 * stays as it is. Pure: nothing is written.
 */
export function movesOf(
  state: Case,
  policy: string | undefined,
  now: Instant,
  { before, after }: { readonly before: CaseRules; readonly after: CaseRules },
): readonly ClockMove[] {
  const were = reasonsOf(state, [], now, before);
  const become = reasonsOf(recomputed(state, policy, now, after), [], now, after);
  return were.flatMap((was, index) => {
    const is = become[index]!;
    const [gone, come] = [without(was, is), without(is, was)];
    const name = (ruleOf(is.clock, after.policies) ?? ruleOf(was.clock, before.policies))?.name ?? was.clock.name;
    const isSame = gone.length + come.length === 0 && was.clock.dueAt === is.clock.dueAt;
    return isSame ? [] : [{ name, from: was.clock.dueAt, to: is.clock.dueAt, gone, come }];
  });
}

const without = (one: ReasonedClock, other: ReasonedClock): readonly string[] => {
  const others = [...other.why, other.next];
  return [...one.why, one.next].filter((line) => !others.includes(line));
};
