import type { Instant } from '../calendar/day.ts';
import { type Clock, grantedTo } from '../clocks/clock.ts';
import type { ClockRule } from '../clocks/clock-rule.ts';
import { type Policies, ruleOf } from '../clocks/policy.ts';
import { type Case, runningClocks } from './case.ts';

interface Extendable {
  readonly clock: Clock;
  readonly extension: NonNullable<ClockRule['extension']>;
}

/** The clock that the law lets be extended: the one that was asked for, or else the first. Which may be is in config/clocks.json. */
export function extendable(
  state: Case,
  policies: Policies,
  asked = state.extensionAsked?.clock,
): Extendable | undefined {
  const found = runningClocks(state).flatMap((clock) => {
    const extension = ruleOf(clock, policies)?.extension;
    return extension ? [{ clock, extension }] : [];
  });
  return asked === undefined ? found[0] : found.find(({ clock }) => clock.name === asked);
}

/** Why no clock may be extended now: not more often than its rule says, and only before the deadline. */
export function obstacleToExtension(state: Case, policies: Policies, now: Instant, asked?: string): string | undefined {
  const found = extendable(state, policies, asked);
  if (!found) return '没有可以延长的办理期限';
  const { clock, extension } = found;
  if (isUsedUp(found, state)) return `办理期限只能延长${extension.times === 2 ? '两' : '一'}次`;
  if (clock.pausedAt !== undefined) return '期限已中止计算，恢复后才能延长';
  return now >= clock.dueAt ? '办理期限已过，不能再延长' : undefined;
}

/** A clock whose rule counts its extensions is counted by itself; all others share the one that a case has. */
function isUsedUp({ clock, extension: { times } }: Extendable, { wasExtended }: Case): boolean {
  return times === undefined ? clock.extended || wasExtended === true : grantedTo(clock) >= times;
}

/** Why none of them may be extended now, in the words of the first. */
export function obstacleToAny(state: Case, policies: Policies, now: Instant): string | undefined {
  if (firstExtendable(state, policies, now) !== undefined) return undefined;
  const [first] = namesOf(state, policies);
  return obstacleToExtension(state, policies, now, first);
}

/** Name of the first clock that may be extended now. */
export const firstExtendable = (state: Case, policies: Policies, now: Instant): string | undefined =>
  namesOf(state, policies).find((name) => obstacleToExtension(state, policies, now, name) === undefined);

const namesOf = (state: Case, policies: Policies): readonly string[] =>
  runningClocks(state)
    .filter((clock) => ruleOf(clock, policies)?.extension)
    .map(({ name }) => name);
