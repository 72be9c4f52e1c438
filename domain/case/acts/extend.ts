import * as z from 'zod';
import type { Instant } from '../../calendar/day.ts';
import type { Clock } from '../../clocks/clock.ts';
import { extendedBy } from '../../clocks/deadline.ts';
import { type Policies, ruleOf } from '../../clocks/policy.ts';
import { InstantSchema } from '../../stored.ts';
import { command, fact, Name, staffAct, Words } from '../act.ts';
import { type Case, runningClocks, withClock } from '../case.ts';

/**
 * 延期: once, before the deadline, approved by the head of the organ. Which clocks may be extended is in
 * config/clocks.json.
 */
export const extend = staffAct({
  name: '延期',
  command: command('extend', { reason: Words, approvedBy: Name }),
  fact: fact('extended', {
    clock: z.string(),
    from: InstantSchema,
    to: InstantSchema,
    reason: z.string(),
    approvedBy: z.string(),
  }),
  from: ['accepted', 'assigned', 'reported', 'returned'],
  by: () => 'either',

  obstacle(state, { policies, now }) {
    const found = extendable(state, policies);
    return found ? obstacleTo(found.clock, now) : '没有可以延长的办理期限';
  },

  decide(state, { reason, approvedBy }, { policies }) {
    const { clock, days } = extendable(state, policies)!;
    const { name, dueAt: from } = clock;
    return [{ clock: name, from, to: extendedBy(from, days), reason, approvedBy }];
  },

  evolve: (state, event) =>
    withClock(state, event.clock, (clock) => ({
      ...clock,
      dueAt: event.to,
      countedFrom: event.at,
      extended: true,
      fired: [],
    })),
});

/** The clock that the law lets be extended, and by how many days. */
function extendable(state: Case, policies: Policies): { readonly clock: Clock; readonly days: number } | undefined {
  const found = runningClocks(state).flatMap((clock) => {
    const extension = ruleOf(clock, policies)?.extension;
    return extension ? [{ clock, days: extension.count }] : [];
  });
  return found[0];
}

function obstacleTo({ extended, dueAt }: Clock, now: Instant): string | undefined {
  if (extended) return '办理期限只能延长一次';
  return now >= dueAt ? '办理期限已过，不能再延长' : undefined;
}
