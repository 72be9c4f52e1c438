import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { obstacleToPause, paused } from '../clocks/pauses.ts';
import { DECISION, PAUSES } from '../handling/penalty.ts';

/** 中止计算期限: what the rule of penalties does not count. While it lasts nobody is chased. */
export const pausePenalty = staffAct({
  name: '中止计算处罚期限',
  command: command('pause-penalty', () => ({ cause: z.enum(PAUSES), reason: Words })),
  fact: fact('penalty-paused', () => ({ cause: z.enum(PAUSES), reason: z.string() })),
  from: ['filed'],
  by: () => 'either',
  power: 'handle',
  obstacle: (state) => obstacleToPause(state, DECISION, '处罚'),
  decide: (_, { cause, reason }) => [{ cause, reason }],
  evolve: (state, { at }) => paused(state, DECISION, at),
});
