import * as z from 'zod';
import { Name } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { PENALTY_RESULTS } from '../handling/penalty.ts';

/** 处罚程序结束: what came of it. The case is then closed with the answer to the complainant. */
export const endPenalty = staffAct({
  name: '处罚程序结束',
  command: command('end-penalty', () => ({ result: z.enum(PENALTY_RESULTS), decision: Name.optional() })),
  fact: fact('penalty-ended', () => ({
    result: z.enum(PENALTY_RESULTS),
    /** 决定书文号. */
    decision: z.string().optional(),
  })),
  from: ['filed'],
  by: () => 'either',
  power: 'handle',
  obstacle: ({ penalty }) => (penalty?.endedAt === undefined ? undefined : '处罚程序已经结束'),
  decide: (_, { result, decision }) => [{ result, decision }],
  evolve: (state, { result, at }) => ({
    ...state,
    penalty: state.penalty && { ...state.penalty, endedAt: at, result },
  }),
});
