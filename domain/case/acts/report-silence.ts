import * as z from 'zod';
import { dayOf } from '../../calendar/day.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import {
  isAwaited,
  RecordedWaySchema,
  SentItemSchema,
  sentWay,
  type WayRecord,
  withWayChanged,
} from '../outside/sent-ways.ts';
import { type Actor, organOf } from '../people/actor.ts';

/**
 * 对方未答复: whoever a case was sent to has not answered by the day, and is waited for no longer; the words say how they were
 * pressed and what is done instead. Sent again it is waited for anew, and an answer that comes after all is kept.
 */
export const reportSilence = staffAct({
  name: '登记对方未答复',
  command: command('report-silence', () => ({ way: RecordedWaySchema, to: Name, words: Words })),
  fact: fact('way-unanswered', () => ({
    way: RecordedWaySchema,
    to: z.string(),
    words: z.string(),
    item: SentItemSchema.optional(),
  })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'either',
  power: 'handle',
  obstacle: ({ waysSent = [] }) => (waysSent.some(isAwaited) ? undefined : '没有等待答复的发送'),

  decide(state, { way, to, words }, { actor, now }) {
    const sent = sentWay(state, { way, to });
    if (!sent || !isAwaited(sent)) return notAllowed('没有等待该单位答复的发送');
    if (sent.answerBy !== undefined && dayOf(now) <= sent.answerBy)
      return notAllowed('答复期限未满，满后仍未答复的再登记');
    const fault = notTheirs(sent, state.lead, actor);
    return fault ? notAllowed(fault) : [{ way, to, words, item: sent.item }];
  },

  evolve: (state, { way, to, at }) => ({
    ...state,
    waysSent: withWayChanged(state, { way, to }, { unansweredAt: at }),
  }),
});

/** What the level above has ordered of a government is not for the lead to let go. */
const notTheirs = ({ way }: WayRecord, lead: string, actor: Actor): string | undefined =>
  way === 'order' && organOf(actor) === lead ? '重点问题督办单由发出单位登记' : undefined;
