import * as z from 'zod';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { DaySchema } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { goingOnAs, ItemSchema, isPast, withChange, withItemLimit } from '../oversight/numbered-items.ts';
import { basisOfSupervision, notSupervised, supervisionOf } from '../oversight/supervisions.ts';
import { OPEN } from '../status.ts';

/** 督办延期: a later day, with the reason, by who ordered it or stands above them. */
export const extendSupervision = staffAct({
  name: '督办延期',
  command: command('extend-supervision', () => ({ item: ItemSchema, until: LastDaySchema, reason: Words })),
  fact: fact('supervision-extended', () => ({
    item: ItemSchema,
    from: DaySchema,
    until: DaySchema,
    reason: z.string(),
  })),
  from: [...OPEN, 'closed'],
  by: () => 'superior',
  power: 'supervise',
  obstacle: notSupervised,

  decide(state, { item, until, reason }, context) {
    const found = supervisionOf(state, item, context);
    if (typeof found === 'string') return notAllowed(found);
    const obstacle = isPast(until, context.now) ?? (until <= found.until ? '新的期限要晚于原期限' : undefined);
    return obstacle === undefined ? [{ item, from: found.until, until, reason }] : notAllowed(obstacle);
  },

  evolve(state, { item, until }) {
    const found = goingOnAs(item, state.supervisions);
    const limit = { entry: 'supervision', item, until, basis: found && basisOfSupervision(found) };
    const limits = withItemLimit(state.limits, limit);
    return { ...state, supervisions: withChange(state.supervisions, item, { until }), limits };
  },
});
