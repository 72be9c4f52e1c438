import * as z from 'zod';
import { dayOf, daysBetween, type Instant } from '../../calendar/day.ts';
import { type Clock, grantedTo } from '../../clocks/clock.ts';
import { extendedBy } from '../../clocks/deadline.ts';
import { InstantSchema } from '../../stored.ts';
import { command, fact, staffAct } from '../act.ts';
import { withClock } from '../case.ts';
import { obstacleToExtension, pendingExtension } from '../clocks/extension.ts';
import { movedTo, whyNotUntil } from '../clocks/limit-extension.ts';
import type { Context } from '../context.ts';

/**
 * 批准延期: once for a case, and as often as its rule says for the periods of a penalty and the limit of an assignment;
 * before the deadline, by the head of the organ or the level above, never by the person who asked.
 */
export const extend = staffAct({
  name: '批准延期',
  command: command('extend', () => ({})),
  fact: fact('extended', () => ({
    clock: z.string(),
    from: InstantSchema,
    to: InstantSchema,
    reason: z.string(),
    approvedBy: z.string(),
    /** Counted by itself: the case may still have its one extension. */
    apart: z.literal(true).optional(),
  })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split'],
  by: ({ inspection }) => (inspection === undefined ? 'either' : 'superior'),
  power: 'approve',

  obstacle(state, context) {
    const pending = pendingExtension(state, context.policies);
    if (!pending) return '没有待批准的延期申请';
    if (isPerson(pending.asked.by, context.actor)) return '申请延期的人不能自己批准';
    const { name } = pending.clock;
    return obstacleToExtension(state, context, name) ?? whyNotUntil(state, name, pending.asked.until, context);
  },

  decide(state, _, { policies, actor }) {
    const { asked, clock, extension } = pendingExtension(state, policies)!;
    const { name, dueAt: from } = clock;
    const approvedBy = actor.kind === 'staff' ? actor.name : '';
    const { reason, until } = asked;
    const to = until === undefined ? extendedBy(from, extension.count ?? 0) : movedTo(from, until);
    const apart = extension.times === undefined ? undefined : (true as const);
    return [{ clock: name, from, to, reason, approvedBy, apart }];
  },

  evolve: (state, event) =>
    withClock(
      { ...state, extensionAsked: undefined, wasExtended: event.apart ? state.wasExtended : true },
      event.clock,
      (clock) => ({
        ...clock,
        dueAt: event.to,
        countedFrom: event.at,
        extended: true,
        extensions: clock.extended ? grantedTo(clock) + 1 : undefined,
        extendedDays: daysWith(clock, event),
        fired: [],
        acknowledged: undefined,
      }),
    ),
});

/** With what was granted before; a clock of an earlier release says only how often, each time for as long. */
function daysWith(clock: Clock, { from, to }: { readonly from: Instant; readonly to: Instant }): number {
  const more = daysBetween(dayOf(from), dayOf(to));
  return (clock.extendedDays ?? grantedTo(clock) * more) + more;
}

const isPerson = (by: string, actor: Context['actor']): boolean =>
  actor.kind === 'staff' && by === (actor.sub ?? actor.name);
