import * as z from 'zod';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { DaySchema } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { freeItem, ItemSchema, whyPast, withItem, withItemLimit } from '../oversight/numbered-items.ts';
import { basisOfSupervision, SUPERVISION_KINDS } from '../oversight/supervisions.ts';
import { organOf } from '../people/actor.ts';
import { OPEN } from '../status.ts';

/** 督办、挂牌督办: what the level above demands, and by when. Only who ordered it, or who stands above them, ends it. */
export const supervise = staffAct({
  name: '督办',
  command: command('supervise', () => ({
    kind: z.enum(SUPERVISION_KINDS),
    demands: Words,
    until: LastDaySchema,
    /** 文号. */
    number: Name.optional(),
  })),
  fact: fact('supervised', () => ({
    item: ItemSchema,
    kind: z.enum(SUPERVISION_KINDS),
    demands: z.string(),
    until: DaySchema,
    number: z.string().optional(),
  })),
  from: [...OPEN, 'closed'],
  by: () => 'superior',
  power: 'supervise',

  decide({ supervisions }, { type, ...said }, { now }) {
    const past = whyPast(said.until, now);
    if (past !== undefined) return notAllowed(past);
    const item = freeItem(supervisions);
    return item === undefined ? notAllowed('未解除的督办已有十项，请先解除') : [{ item, ...said }];
  },

  evolve(state, { item, kind, number, until, at, actor }) {
    const one = { item, kind, number, by: organOf(actor) ?? state.lead, at, until };
    const basis = basisOfSupervision(one);
    const limits = withItemLimit(state.limits, { entry: 'supervision', item, until, basis });
    return { ...state, supervisions: withItem(state.supervisions, one), limits };
  },
});
