import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';

/**
 * 不予立案: what was found bears no penalty, and why, also where nobody had registered a clue before. The days within which
 * that had to be decided end, those of the answer go on.
 */
export const declineFiling = staffAct({
  name: '不予立案',
  command: command('decline-filing', () => ({ reason: Words })),
  fact: fact('filing-declined', () => ({ reason: z.string() })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'split'],
  by: () => 'either',
  power: 'handle',
  decide: (_, { reason }) => [{ reason }],
  evolve: (state) => state,
});
