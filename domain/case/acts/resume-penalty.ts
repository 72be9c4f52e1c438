import { InstantSchema } from '../../stored.ts';
import { command, fact, staffAct } from '../act.ts';
import { movedBy, pausedClock, unpaused } from '../clocks/pauses.ts';
import { DECISION } from '../handling/penalty.ts';

/** 恢复计算期限: the deadline moves by the whole days of the pause, and its ladder lies before it again. */
export const resumePenalty = staffAct({
  name: '恢复计算处罚期限',
  command: command('resume-penalty', () => ({})),
  fact: fact('penalty-resumed', () => ({ from: InstantSchema, to: InstantSchema })),
  from: ['filed'],
  by: () => 'either',
  power: 'handle',
  obstacle: (state) => (pausedClock(state, DECISION) ? undefined : '处罚期限没有中止计算'),
  decide: (state, _, { now }) => [movedBy(pausedClock(state, DECISION)!, now)],
  evolve: (state, event) => unpaused(state, DECISION, event),
});
