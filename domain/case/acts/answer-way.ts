import * as z from 'zod';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { RecordedWaySchema, SentItemSchema, sentWay, withWayChanged } from '../outside/sent-ways.ts';

/** 对方答复: what whoever a case was sent to has answered; its words stand in the record. */
export const answerWay = staffAct({
  name: '登记答复',
  command: command('answer-way', () => ({ way: RecordedWaySchema, to: Name, words: Words })),
  fact: fact('way-answered', () => ({
    way: RecordedWaySchema,
    to: z.string(),
    words: z.string(),
    item: SentItemSchema.optional(),
  })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'either',
  power: 'handle',
  obstacle: ({ waysSent }) => (waysSent ? undefined : '尚未登记发送'),

  decide(state, { way, to, words }) {
    const sent = sentWay(state, { way, to });
    if (!sent) return notAllowed('没有登记向该单位发送');
    return sent.answeredAt === undefined
      ? [{ way, to, words, item: sent.item }]
      : notAllowed('该单位已经答复；再次发送后可再登记答复');
  },

  evolve: (state, { way, to, at }) => ({ ...state, waysSent: withWayChanged(state, { way, to }, { answeredAt: at }) }),
});
