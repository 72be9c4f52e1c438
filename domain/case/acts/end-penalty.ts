import * as z from 'zod';
import { DaySchema } from '../../stored.ts';
import { Name } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { PENALTY_RESULTS } from '../handling/penalty.ts';
import { whyNotYet } from '../handling/site-visits.ts';

/** 处罚程序结束: what came of it. The case is then closed with the answer to the complainant. */
export const endPenalty = staffAct({
  name: '处罚程序结束',
  command: command('end-penalty', () => ({
    result: z.enum(PENALTY_RESULTS),
    decision: Name.optional(),
    /** 作出决定之日, where that was before today. */
    on: DaySchema.optional(),
  })),
  fact: fact('penalty-ended', () => ({
    result: z.enum(PENALTY_RESULTS),
    /** 决定书文号. */
    decision: z.string().optional(),
    on: DaySchema.optional(),
  })),
  from: ['filed'],
  by: () => 'either',
  power: 'handle',
  obstacle: ({ penalty }) => (penalty?.endedAt === undefined ? undefined : '处罚程序已经结束'),
  decide(_, { result, decision, on }, { now }) {
    const fault = on && whyNotYet(on, now);
    return fault ? notAllowed(fault) : [{ result, decision, on }];
  },
  evolve: (state, { result, at }) => ({
    ...state,
    penalty: state.penalty && { ...state.penalty, endedAt: at, result },
  }),
});
