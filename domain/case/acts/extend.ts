import * as z from 'zod';
import type { Instant } from '../../calendar/day.ts';
import { type Clock, grantedTo } from '../../clocks/clock.ts';
import type { ClockRule } from '../../clocks/clock-rule.ts';
import { extendedBy } from '../../clocks/deadline.ts';
import { type Policies, ruleOf } from '../../clocks/policy.ts';
import { InstantSchema } from '../../stored.ts';
import { command, fact, Name, notAllowed, staffAct, Words } from '../act.ts';
import { type Case, runningClocks, withClock } from '../case.ts';

/**
 * 延期: once, before the deadline, approved by the head of the organ. Which clocks may be extended is in
 * config/clocks.json.
 */
export const extend = staffAct({
  name: '延期',
  command: command('extend', {
    reason: Words,
    approvedBy: Name,
    /** 时限名称; the period of handling, or the only one that may be extended, if none is named. */
    clock: Name.optional(),
  }),
  fact: fact('extended', {
    clock: z.string(),
    from: InstantSchema,
    to: InstantSchema,
    reason: z.string(),
    approvedBy: z.string(),
  }),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed'],
  by: () => 'either',

  obstacle(state, { policies, now }) {
    const obstacles = extendable(state, policies).map((one) => obstacleTo(one, now));
    if (obstacles.length === 0) return '没有可以延长的办理期限';
    return obstacles.includes(undefined) ? undefined : obstacles[0];
  },

  decide(state, { reason, approvedBy, clock: named }, { policies, now }) {
    const all = extendable(state, policies);
    const found =
      named === undefined ? all.find((one) => !obstacleTo(one, now)) : all.find(({ clock }) => clock.name === named);
    if (!found) return notAllowed('没有这个可以延长的期限');
    const obstacle = obstacleTo(found, now);
    const { name: clock, dueAt: from } = found.clock;
    return obstacle === undefined
      ? [{ clock, from, to: extendedBy(from, found.extension.count), reason, approvedBy }]
      : notAllowed(obstacle);
  },

  evolve: (state, event) =>
    withClock(state, event.clock, (clock) => ({
      ...clock,
      dueAt: event.to,
      countedFrom: event.at,
      extended: true,
      extensions: clock.extended ? grantedTo(clock) + 1 : undefined,
      fired: [],
    })),
});

interface Extendable {
  readonly clock: Clock;
  readonly extension: NonNullable<ClockRule['extension']>;
}

/** The clocks that the law lets be extended. */
function extendable(state: Case, policies: Policies): readonly Extendable[] {
  return runningClocks(state).flatMap((clock) => {
    const extension = ruleOf(clock, policies)?.extension;
    return extension ? [{ clock, extension }] : [];
  });
}

function obstacleTo({ clock, extension: { times = 1 } }: Extendable, now: Instant): string | undefined {
  if (grantedTo(clock) >= times) return times === 1 ? '办理期限只能延长一次' : `办理期限只能延长${times}次`;
  if (clock.pausedAt !== undefined) return '期限已中止计算，恢复后才能延长';
  return now >= clock.dueAt ? '办理期限已过，不能再延长' : undefined;
}
