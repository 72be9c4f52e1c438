import { dayOf, daysBetween } from '../../calendar/day.ts';
import { extendedBy } from '../../clocks/deadline.ts';
import { InstantSchema } from '../../stored.ts';
import { command, fact, staffAct } from '../act.ts';
import { runningClocks, withClock } from '../case.ts';
import { DECISION } from '../penalty.ts';

/** 恢复计算期限: the deadline moves by the whole days of the pause, and its ladder lies before it again. */
export const resumePenalty = staffAct({
  name: '恢复计算处罚期限',
  command: command('resume-penalty', {}),
  fact: fact('penalty-resumed', { from: InstantSchema, to: InstantSchema }),
  from: ['filed'],
  by: () => 'either',
  power: 'handle',
  obstacle: (state) => (pausedClock(state) ? undefined : '处罚期限没有中止计算'),
  decide(state, _, { now }) {
    const { dueAt, pausedAt } = pausedClock(state)!;
    return [{ from: dueAt, to: extendedBy(dueAt, daysBetween(dayOf(pausedAt!), dayOf(now))) }];
  },
  evolve: (state, { from, to, at }) =>
    withClock(state, DECISION, ({ pausedAt, ...clock }) => ({
      ...clock,
      dueAt: to,
      countedFrom: at,
      pausedDays: (clock.pausedDays ?? 0) + daysBetween(dayOf(from), dayOf(to)),
      fired: from === to ? clock.fired : [],
    })),
});

const pausedClock = (state: Parameters<typeof runningClocks>[0]) =>
  runningClocks(state).find(({ name, pausedAt }) => name === DECISION && pausedAt !== undefined);
