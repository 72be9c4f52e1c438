import * as z from 'zod';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { DaySchema } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { freeItem, ItemSchema, whyPast, withItem, withItemLimit } from '../oversight/numbered-items.ts';
import { organOf } from '../people/actor.ts';
import { OPEN } from '../status.ts';

/** 登记领导批示: who said what, and by when they want to hear. The lead answers each (`answer-instruction`). */
export const instruct = staffAct({
  name: '登记领导批示',
  command: command('instruct', () => ({ from: Name, words: Words, until: LastDaySchema })),
  fact: fact('instructed', () => ({ item: ItemSchema, from: z.string(), words: z.string(), until: DaySchema })),
  from: [...OPEN, 'closed'],
  by: () => 'either',
  power: 'supervise',

  decide({ instructions }, { from, words, until }, { now }) {
    const past = whyPast(until, now);
    if (past !== undefined) return notAllowed(past);
    const item = freeItem(instructions);
    return item === undefined ? notAllowed('未反馈的批示已有十件，请先反馈') : [{ item, from, words, until }];
  },

  evolve(state, { item, from, until, at, actor }) {
    const one = { item, from, by: organOf(actor) ?? state.lead, at, until };
    const limits = withItemLimit(state.limits, { entry: 'instruction', item, until, basis: `${from}批示` });
    return { ...state, instructions: withItem(state.instructions, one), limits };
  },
});
