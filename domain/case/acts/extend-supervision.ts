import * as z from 'zod';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { DaySchema } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { ItemSchema, ongoingItem, whyPast, withItemChanged, withItemLimit } from '../oversight/numbered-items.ts';
import { basisOfSupervision, supervisionOf, whyNotSupervised } from '../oversight/supervisions.ts';
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
  obstacle: whyNotSupervised,

  decide(state, { item, until, reason }, context) {
    const found = supervisionOf(state, item, context);
    if (typeof found === 'string') return notAllowed(found);
    const obstacle = whyPast(until, context.now) ?? (until <= found.until ? '新的期限要晚于原期限' : undefined);
    return obstacle === undefined ? [{ item, from: found.until, until, reason }] : notAllowed(obstacle);
  },

  evolve(state, { item, until }) {
    const found = ongoingItem(item, state.supervisions);
    const limit = { entry: 'supervision', item, until, basis: found && basisOfSupervision(found) };
    const limits = withItemLimit(state.limits, limit);
    return { ...state, supervisions: withItemChanged(state.supervisions, item, { until }), limits };
  },
});
