import * as z from 'zod';
import { command, fact, staffAct, Words } from '../act.ts';
import { runningClocks } from '../case.ts';
import { handedTo } from '../holders.ts';

/** 异议: the lead says within five working days that the matter is not its own. The case goes to the catch-all desk. */
export const object = staffAct({
  name: '提出异议',
  command: command('object', { reason: Words }),
  fact: fact('objected', { reason: z.string(), from: z.string(), to: z.string() }),
  from: ['registered', 'accepted', 'assigned'],
  by: () => 'lead',

  obstacle(state, { now }) {
    const clock = runningClocks(state).find(({ name }) => name === 'objection');
    return clock && now < clock.dueAt ? undefined : '没有可以提出异议的期限，或已超过五个工作日';
  },

  decide: (state, { reason }, { catchAllOrgan }) => [{ reason, from: state.lead, to: catchAllOrgan }],

  evolve: (state, { to }) => handedTo(state, { lead: to, assisting: [] }),
});
