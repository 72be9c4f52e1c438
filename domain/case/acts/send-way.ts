import * as z from 'zod';
import { command, fact, Name, notAllowed, staffAct, Words } from '../act.ts';
import { MOST_SENT, sentTo, withSent } from '../way-record.ts';
import { SentWaySchema } from '../ways.ts';

/**
 * 按六种办理方式发送: that the case was sent to an inspection or basin bureau, for support or inspection, to a business
 * department, or to be made public. Nothing leaves by it: it records what a person sent, under what number.
 */
export const sendWay = staffAct({
  name: '登记发送情况',
  command: command('send-way', { way: SentWaySchema, to: Name, number: Name.optional(), words: Words.optional() }),
  fact: fact('way-sent', {
    way: SentWaySchema,
    to: z.string(),
    number: z.string().optional(),
    words: z.string().optional(),
  }),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'either',
  power: 'approve',

  decide(state, { way, to, number, words }, { organs, whole }) {
    const accused = state.accused?.map((id) => (whole?.organs ?? organs).get(id)?.name) ?? [];
    if (accused.includes(to)) return notAllowed('不得把反映一个单位的事项发送给该单位');
    const before = sentTo(state, { way, to });
    if (before && before.answeredAt === undefined) return notAllowed('已向该单位发送，尚待答复');
    if (!before && (state.waysSent?.length ?? 0) >= MOST_SENT) return notAllowed(`一件最多登记${MOST_SENT}项发送`);
    return [{ way, to, number, words }];
  },

  evolve: (state, { way, to, number, at, actor }) => ({
    ...state,
    waysSent: withSent(state, { way, to, number, sentAt: at, by: actor.kind === 'staff' ? actor.organ : state.lead }),
  }),
});
