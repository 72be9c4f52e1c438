import * as z from 'zod';
import { command, fact, staffAct, Words } from '../act.ts';
import { runningClocks, withClock } from '../case.ts';
import { DECISION, PAUSES } from '../penalty.ts';

/** 中止计算期限: what the rule of penalties does not count. While it lasts nobody is chased. */
export const pausePenalty = staffAct({
  name: '中止计算处罚期限',
  command: command('pause-penalty', { cause: z.enum(PAUSES), reason: Words }),
  fact: fact('penalty-paused', { cause: z.enum(PAUSES), reason: z.string() }),
  from: ['filed'],
  by: () => 'either',
  power: 'handle',
  obstacle(state) {
    const clock = runningClocks(state).find(({ name }) => name === DECISION);
    if (!clock) return '没有正在计算的处罚期限';
    return clock.pausedAt === undefined ? undefined : '处罚期限已经中止计算';
  },
  decide: (_, { cause, reason }) => [{ cause, reason }],
  evolve: (state, { at }) => withClock(state, DECISION, (clock) => ({ ...clock, pausedAt: at })),
});
