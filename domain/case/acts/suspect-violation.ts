import * as z from 'zod';
import { DaySchema } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { runningClocks } from '../case.ts';
import { whyNotYet } from '../handling/site-visits.ts';

/** 发现违法线索: from then on the days count within which the organ decides whether to file a penalty. */
export const suspectViolation = staffAct({
  name: '登记违法线索',
  command: command('suspect-violation', () => ({
    clue: Words,
    /** 发现之日, where that was before today. */
    on: DaySchema.optional(),
  })),
  fact: fact('violation-suspected', () => ({ clue: z.string(), on: DaySchema.optional() })),
  from: ['accepted', 'assigned', 'reported', 'returned'],
  by: () => 'either',
  power: 'handle',
  obstacle: (state) =>
    runningClocks(state).some(({ name }) => name === 'penalty-filing') ? '违法线索已经登记' : undefined,
  decide(_, { clue, on }, { now }) {
    const fault = on && whyNotYet(on, now);
    return fault ? notAllowed(fault) : [{ clue, on }];
  },
  evolve: (state) => state,
});
