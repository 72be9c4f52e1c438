import { type Clock, grantedTo } from '../../clocks/clock.ts';
import type { ClockRule } from '../../clocks/clock-rule.ts';
import { lateFrom } from '../../clocks/deadline.ts';
import { type Policies, ruleOf } from '../../clocks/policy.ts';
import { SET_LIMIT } from '../../clocks/set-limit.ts';
import { type Case, runningClocks } from '../case.ts';
import type { Context } from '../context.ts';
import { obstacleToLimit } from './limit-extension.ts';

/** The rules and when it is. */
type Moment = Pick<Context, 'policies' | 'calendar' | 'now'>;

interface Extendable {
  readonly clock: Clock;
  readonly extension: NonNullable<ClockRule['extension']>;
}

/** The clocks that the law lets be extended, also those that have stopped. Which may be is in config/clocks.json. */
const extendable = ({ clocks }: Pick<Case, 'clocks'>, policies: Policies): readonly Extendable[] =>
  clocks.flatMap((clock) => {
    const extension = ruleOf(clock, policies)?.extension;
    return extension ? [{ clock, extension }] : [];
  });

/** What somebody asked for that waits for its decision, with its clock. */
interface Pending extends Extendable {
  readonly asked: NonNullable<Case['extensionAsked']>;
}

/**
 * A request ends with the clock that it is for. One of the releases before 2026-12 names none: it was for the first that
 * ran as it was made.
 */
export function pendingExtension(state: Case, policies: Policies): Pending | undefined {
  const { extensionAsked: asked } = state;
  if (!asked) return undefined;
  const { at, clock: named } = asked;
  const ranThen = ({ clock: { startedAt, stoppedAt } }: Extendable) =>
    startedAt <= at && (stoppedAt === undefined || stoppedAt > at);
  const found = extendable(state, policies)
    .filter(ranThen)
    .find(({ clock, extension }) => (named === undefined ? extension.count !== undefined : clock.name === named));
  return found?.clock.stoppedAt === undefined ? found && { asked, ...found } : undefined;
}

/** Why a clock may not be extended now: not more often than its rule says, and only before it is late. */
export function obstacleToExtension(
  state: Case,
  { policies, calendar, now }: Moment,
  name?: string,
): string | undefined {
  const running = extendable({ clocks: runningClocks(state) }, policies);
  const found = running.find(({ clock }) => clock.name === name);
  if (!found) return '没有可以延长的办理期限';
  const { clock, extension } = found;
  if (name === SET_LIMIT && obstacleToLimit(state) !== undefined) return obstacleToLimit(state);
  if (isUsedUp(found, state)) return `办理期限只能延长${extension.times === 2 ? '两' : '一'}次`;
  if (clock.pausedAt !== undefined) return '期限已中止计算，恢复后才能延长';
  const isLate = now >= lateFrom(clock.dueAt, ruleOf(clock, policies), calendar);
  return isLate ? '办理期限已过，不能再延长' : undefined;
}

/** A clock whose rule counts its extensions is counted by itself; all others share the one that a case has. */
function isUsedUp({ clock, extension: { times } }: Extendable, { wasExtended }: Case): boolean {
  return times === undefined ? clock.extended || wasExtended === true : grantedTo(clock) >= times;
}

/** Why none of them may be extended now, in the words of the first. */
export function obstacleToAny(state: Case, moment: Moment): string | undefined {
  if (firstExtendable(state, moment) !== undefined) return undefined;
  const [first] = namesOf(state, moment.policies);
  return obstacleToExtension(state, moment, first);
}

/** Name of the first clock that may be extended now. */
export const firstExtendable = (state: Case, moment: Moment): string | undefined =>
  namesOf(state, moment.policies).find((name) => obstacleToExtension(state, moment, name) === undefined);

/** Those of the law first: of them is what names no clock. */
function namesOf(state: Case, policies: Policies): readonly string[] {
  const all = extendable({ clocks: runningClocks(state) }, policies);
  const [byLaw, asSet] = [true, false].map((isFixed) =>
    all.filter(({ extension }) => (extension.count !== undefined) === isFixed),
  );
  return [...byLaw!, ...asSet!].map(({ clock }) => clock.name);
}
