import * as z from 'zod';
import { command, fact, staffAct, Words } from '../act.ts';

/** 报送办理情况. */
export const report = staffAct({
  name: '报送办理情况',
  command: command('report', () => ({ findings: Words })),
  fact: fact('reported', () => ({ findings: z.string() })),
  from: ['accepted', 'assigned', 'returned'],
  by: () => 'lead',
  power: 'handle',
  decide: (_, { findings }) => [{ findings }],
  evolve: (state) => ({ ...state, status: 'reported' }),
});
