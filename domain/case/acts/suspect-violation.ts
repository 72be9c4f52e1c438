import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { runningClocks } from '../case.ts';

/** 发现违法线索: from then on the days count within which the organ decides whether to file a penalty. */
export const suspectViolation = staffAct({
  name: '登记违法线索',
  command: command('suspect-violation', () => ({ clue: Words })),
  fact: fact('violation-suspected', () => ({ clue: z.string() })),
  from: ['accepted', 'assigned', 'reported', 'returned'],
  by: () => 'either',
  power: 'handle',
  obstacle: (state) =>
    runningClocks(state).some(({ name }) => name === 'penalty-filing') ? '违法线索已经登记' : undefined,
  decide: (_, { clue }) => [{ clue }],
  evolve: (state) => state,
});
