import * as z from 'zod';
import { DaySchema } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { runningClocks } from '../case.ts';
import { PUBLICATION, PUBLICATIONS } from '../handling/penalty.ts';
import { whyNotYet } from '../handling/site-visits.ts';

/** 处罚决定公开: where it can be read, or why the law keeps it back. The answer to the complainant does not do it. */
export const publishPenalty = staffAct({
  name: '登记处罚决定公开',
  command: command('publish-penalty', () => ({
    outcome: z.enum(PUBLICATIONS),
    words: Words,
    /** 公开之日, where that was before today. */
    on: DaySchema.optional(),
  })),
  fact: fact('penalty-published', () => ({
    outcome: z.enum(PUBLICATIONS),
    words: z.string(),
    on: DaySchema.optional(),
  })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'either',
  power: 'handle',

  obstacle(state) {
    const { result, publishedAt } = state.penalty ?? {};
    const isOwed = runningClocks(state).some(({ name }) => name === PUBLICATION);
    return isOwed || (result === 'penalised' && !publishedAt) ? undefined : '没有待公开的处罚决定';
  },

  decide(_, { outcome, words, on }, { now }) {
    const fault = on && whyNotYet(on, now);
    return fault ? notAllowed(fault) : [{ outcome, words, on }];
  },

  evolve: (state, { at }) => ({ ...state, penalty: state.penalty && { ...state.penalty, publishedAt: at } }),
});
