import * as z from 'zod';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { DaySchema } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { firstExtendable, obstacleToAny, obstacleToExtension, pendingExtension } from '../clocks/extension.ts';
import { whyNotUntil } from '../clocks/limit-extension.ts';

/** 申请延期: asked before the deadline, for somebody else to approve. */
export const requestExtension = staffAct({
  name: '申请延期',
  command: command('request-extension', () => ({
    reason: Words,
    /** 时限名称; the first that may be extended, if none is named. */
    clock: Name.optional(),
    /** 延至哪一天: of 指定期限 (`set-limit`) alone; how long the others are extended says their rule. */
    until: LastDaySchema.optional(),
  })),
  fact: fact('extension-requested', () => ({
    reason: z.string(),
    clock: z.string().optional(),
    until: DaySchema.optional(),
  })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split'],
  by: () => 'either',
  power: 'handle',

  obstacle: (state, context) =>
    pendingExtension(state, context.policies) ? '已有待批准的延期申请' : obstacleToAny(state, context),

  /** It is for the clock that runs now: one that begins later is none that anybody asked time for. */
  decide(state, { reason, clock: named, until }, context) {
    const clock = named ?? firstExtendable(state, context);
    const obstacle = obstacleToExtension(state, context, clock) ?? whyNotUntil(state, clock, until, context);
    return obstacle === undefined ? [{ reason, clock, until }] : notAllowed(obstacle);
  },

  evolve: (state, { reason, clock, until, at, actor }) => ({
    ...state,
    extensionAsked: { reason, clock, until, at, by: actor.kind === 'staff' ? (actor.sub ?? actor.name) : '' },
  }),
});
