import { type Bound, type Limit, type Limits, limitEnd, SET_LIMIT } from '../../clocks/set-limit.ts';
import { isAbove, organNamed, type Roster } from '../../organs.ts';
import { type Case, runningClocks } from '../case.ts';
import type { Context } from '../context.ts';
import { organOf } from '../people/actor.ts';

/**
 * The limit that an organ sets by assigning a case, or why it may not: nobody sets one for themselves, none that has
 * passed, and none beyond one that the sender, or an organ that does not stand below, waits for. What it may not move
 * it keeps in mind, so that a limit that was made sooner can go no further back than that.
 */
export function assignedLimit(state: Case, lead: string, limit: Limit, context: Context): Limits | string {
  const { now, calendar } = context;
  const by = organOf(context.actor);
  if (by === lead) return '办理期限由交办单位指定，不能给本单位指定';
  const { dueAt } = limitEnd(limit, now, calendar);
  if (dueAt <= now) return '办理期限不能早于现在';
  const within = boundsOf(state).filter((bound) => !mayMove(bound, by, context));
  const first = within.find(({ until }) => until < dueAt);
  if (!first) return { [SET_LIMIT]: { limit, by, within: within.length > 0 ? within : undefined } };
  return whoseBound(first, context);
}

/** That something would be later than somebody waits for. */
export const whoseBound = ({ by }: Bound, roster: Roster): string =>
  `不能晚于${by === undefined ? '来件单位' : organNamed(by, roster).name}指定的期限`;

/** What others wait for beside the limit in force: what that was set within, and the senders of what was joined. */
export const othersBounds = ({ limits, absorbed = [] }: Case): readonly Bound[] => [
  ...(limits?.[SET_LIMIT]?.within ?? []),
  ...absorbed.flatMap(({ until }) => (until === undefined ? [] : [{ until }])),
];

/**
 * What others wait for: the limit in force, and those that it was set within. They end with it: a case that is opened
 * again is bound by none.
 */
function boundsOf({ clocks, limits, order, absorbed = [] }: Case): readonly Bound[] {
  const { by, within = [] } = limits?.[SET_LIMIT] ?? {};
  const until = runningClocks({ clocks }).find(({ name }) => name === SET_LIMIT)?.dueAt;
  const isSenders = order !== undefined || absorbed.some((one) => one.until !== undefined);
  if (until === undefined) return [];
  return by !== undefined || isSenders ? [...within, { until, by }] : within;
}

function mayMove({ by }: Bound, organ: string | undefined, context: Context): boolean {
  if (by === undefined || organ === undefined) return false;
  const { id } = organNamed(by, context);
  return organ === id || isAbove(organ, id, context.organs);
}
