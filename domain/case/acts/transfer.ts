import * as z from 'zod';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { REACHES, reachOf, whyNotTo } from '../outside/addressee.ts';
import { unfinishedDuty } from '../oversight/unfinished-duties.ts';

/** 移送: another department's matter, with a letter to it and notice to the complainant. */
export const transfer = staffAct({
  name: '移送',
  command: command('transfer', () => ({ department: Name, explanation: Words })),
  fact: fact('transferred', () => ({
    department: z.string(),
    explanation: z.string(),
    /** How the 移送函 leaves. Events of the releases before 2026-12 do not say: none was written. */
    reached: z.enum(REACHES).optional(),
  })),
  from: ['registered', 'accepted', 'assigned'],
  by: ({ inspection }) => (inspection === undefined ? 'either' : 'superior'),
  power: 'approve',
  obstacle: unfinishedDuty,

  decide(_, { department, explanation }, context) {
    const obstacle = whyNotTo(department, context);
    return obstacle === undefined
      ? [{ department, explanation, reached: reachOf(department, context) }]
      : notAllowed(obstacle);
  },

  evolve: (state, { department: to, at, reached }) => ({
    ...state,
    status: 'transferred',
    transfer: reached && { to, at, reached },
  }),
});
