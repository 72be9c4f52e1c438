import * as z from 'zod';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { DaySchema } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { REACHES, reachOf, whyNotTo } from '../outside/addressee.ts';
import {
  freeAnswerItem,
  SentItemSchema,
  sentRecord,
  whyNotSent,
  withAnswerLimit,
  withWaySent,
} from '../outside/sent-ways.ts';
import { whyPast } from '../oversight/numbered-items.ts';

/**
 * 重点问题督办单: to a people's government, under a number, with what is demanded and by when it answers. It is kept with
 * what was sent by other ways, acknowledged and answered as they are (`acknowledge-way`, `answer-way`).
 */
export const issueOrder = staffAct({
  name: '发重点问题督办单',
  command: command('issue-order', () => ({ to: Name, number: Name, demands: Words, answerBy: LastDaySchema })),
  fact: fact('order-issued', () => ({
    to: z.string(),
    number: z.string(),
    demands: z.string(),
    answerBy: DaySchema,
    item: SentItemSchema,
    reached: z.enum(REACHES),
  })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'superior',
  power: 'supervise',

  decide(state, { type, ...said }, context) {
    const named = { way: 'order', to: said.to } as const;
    const obstacle = whyNotTo(said.to, context) ?? whyNotSent(state, named) ?? whyPast(said.answerBy, context.now);
    if (obstacle !== undefined) return notAllowed(obstacle);
    return [{ ...said, item: freeAnswerItem(state), reached: reachOf(said.to, context) }];
  },

  evolve: (state, event) => ({
    ...state,
    waysSent: withWaySent(state, { way: 'order', ...sentRecord(state, event) }),
    limits: withAnswerLimit(state.limits, event),
  }),
});
