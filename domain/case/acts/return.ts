import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';

/**
 * 退回补充. An ordinary case that is returned has what is left of its sixty days; the six hours are an inspection team's
 * rule.
 */
export const returnReport = staffAct({
  name: '退回补充',
  command: command('return', () => ({ missing: Words })),
  fact: fact('returned', () => ({ missing: z.string() })),
  from: ['reported'],
  by: () => 'superior',
  power: 'review',
  decide: (_, { missing }) => [{ missing }],
  evolve: (state) => ({ ...state, status: 'returned' }),
});
