import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { runningClocks } from '../case.ts';

/**
 * 不予立案: the clue bears no penalty, and why. The days within which that had to be decided end, those of the answer go
 * on.
 */
export const declineFiling = staffAct({
  name: '不予立案',
  command: command('decline-filing', () => ({ reason: Words })),
  fact: fact('filing-declined', () => ({ reason: z.string() })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'split'],
  by: () => 'either',
  power: 'handle',
  obstacle: (state) =>
    runningClocks(state).some(({ name }) => name === 'penalty-filing') ? undefined : '没有待决定是否立案的违法线索',
  decide: (_, { reason }) => [{ reason }],
  evolve: (state) => state,
});
