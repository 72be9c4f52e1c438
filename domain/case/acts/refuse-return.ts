import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { obstacleToSettling } from '../rights/objection.ts';

/** 不同意退回: the case stays with its lead, who is told why. The right to object has been used. */
export const refuseReturn = staffAct({
  name: '不同意退回',
  command: command('refuse-return', () => ({ reason: Words })),
  fact: fact('return-refused', () => ({ reason: z.string() })),
  from: ['registered', 'accepted', 'assigned'],
  by: () => 'assigner',
  power: 'assign',
  obstacle: obstacleToSettling,
  decide: (_, { reason }) => [{ reason }],
  evolve: (state) => ({ ...state, objection: undefined }),
});
