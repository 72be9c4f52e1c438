import type { Instant } from '../calendar/day.ts';
import type { Clock } from '../clocks/clock.ts';
import { type Policies, ruleOf } from '../clocks/policy.ts';
import { type Case, runningClocks } from './case.ts';

/** The clock that the law lets be extended, and by how many days. Which clocks may be is in config/clocks.json. */
export function extendable(
  state: Case,
  policies: Policies,
): { readonly clock: Clock; readonly days: number } | undefined {
  const found = runningClocks(state).flatMap((clock) => {
    const extension = ruleOf(clock, policies)?.extension;
    return extension ? [{ clock, days: extension.count }] : [];
  });
  return found[0];
}

/** Why no clock may be extended now: once only, and before the deadline. */
export function obstacleToExtension(state: Case, policies: Policies, now: Instant): string | undefined {
  const clock = extendable(state, policies)?.clock;
  if (!clock) return '没有可以延长的办理期限';
  if (clock.extended || state.wasExtended) return '办理期限只能延长一次';
  return now >= clock.dueAt ? '办理期限已过，不能再延长' : undefined;
}
