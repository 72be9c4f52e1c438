import * as z from 'zod';
import { command, fact, Name, staffAct, Words } from '../act.ts';

/** 移送: another department's matter, with notice to the complainant. */
export const transfer = staffAct({
  name: '移送',
  command: command('transfer', { department: Name, explanation: Words }),
  fact: fact('transferred', { department: z.string(), explanation: z.string() }),
  from: ['registered', 'accepted', 'assigned'],
  by: ({ inspection }) => (inspection === undefined ? 'either' : 'superior'),
  power: 'approve',
  decide: (_, { department, explanation }) => [{ department, explanation }],
  evolve: (state) => ({ ...state, status: 'transferred' }),
});
