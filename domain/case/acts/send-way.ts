import * as z from 'zod';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { officeNamed } from '../../outside-offices.ts';
import { DaySchema } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { REACHES, reachOf, whyNotTo } from '../outside/addressee.ts';
import {
  freeAnswerItem,
  SentItemSchema,
  SentWaySchema,
  sentRecord,
  whyNotSent,
  withAnswerLimit,
  withWaySent,
} from '../outside/sent-ways.ts';
import { whyPast } from '../oversight/numbered-items.ts';

/**
 * 按办理方式发送: that the case was sent to an inspection or basin bureau, for support or inspection, to a business
 * department, or to be made public: that a person did so, under what number. An office of the province file is written to;
 * 横向推送 always leaves by it, as a letter to the other department, which is asked to answer by a day.
 */
export const sendWay = staffAct({
  name: '登记发送、横向推送',
  command: command('send-way', () => ({
    way: SentWaySchema,
    to: Name,
    number: Name.optional(),
    words: Words.optional(),
    answerBy: LastDaySchema.optional(),
  })),
  fact: fact('way-sent', () => ({
    way: SentWaySchema,
    to: z.string(),
    number: z.string().optional(),
    words: z.string().optional(),
    answerBy: DaySchema.optional(),
    item: SentItemSchema.optional(),
    reached: z.enum(REACHES).optional(),
  })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'either',
  power: 'approve',

  decide(state, { way, to, number, words, answerBy }, context) {
    const isLateral = way === 'lateral';
    const obstacle =
      whyNotTo(to, context) ??
      whyNotSent(state, { way, to }) ??
      (isLateral && answerBy === undefined ? '横向推送要写明答复期限' : answerBy && whyPast(answerBy, context.now));
    if (obstacle !== undefined) return notAllowed(obstacle);
    const item = answerBy === undefined ? undefined : freeAnswerItem(state);
    const isWritten = officeNamed(to, context)?.kind === 'outside';
    const reached = isLateral ? reachOf(to, context) : isWritten ? 'notice' : undefined;
    return [{ way, to, number, words, answerBy, item, reached }];
  },

  evolve: (state, event) => ({
    ...state,
    waysSent: withWaySent(state, { way: event.way, ...sentRecord(state, event) }),
    limits: withAnswerLimit(state.limits, event),
  }),
});
