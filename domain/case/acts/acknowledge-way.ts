import * as z from 'zod';
import { Name } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { RecordedWaySchema, sentWay, withWayChanged } from '../outside/sent-ways.ts';

/** 对方签收: that whoever a case was sent to has received it. The same again changes nothing. */
export const acknowledgeWay = staffAct({
  name: '登记签收',
  command: command('acknowledge-way', () => ({ way: RecordedWaySchema, to: Name })),
  fact: fact('way-acknowledged', () => ({ way: RecordedWaySchema, to: z.string() })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'either',
  power: 'handle',
  obstacle: ({ waysSent }) => (waysSent ? undefined : '尚未登记发送'),

  decide(state, { way, to }) {
    const sent = sentWay(state, { way, to });
    if (!sent) return notAllowed('没有登记向该单位发送');
    return sent.acknowledgedAt === undefined ? [{ way, to }] : [];
  },

  evolve: (state, { way, to, at }) => ({
    ...state,
    waysSent: withWayChanged(state, { way, to }, { acknowledgedAt: at }),
  }),
});
