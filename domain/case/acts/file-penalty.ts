import * as z from 'zod';
import { DaySchema } from '../../stored.ts';
import { Name } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { whyNotYet } from '../handling/site-visits.ts';

/**
 * 立案查处: a penalty has a procedure and periods of its own. The complainant is told that it runs, and hears of the
 * result later.
 */
export const filePenalty = staffAct({
  name: '立案查处',
  command: command('file-penalty', () => ({
    fileNumber: Name,
    /** 立案之日, where that was before today. */
    on: DaySchema.optional(),
  })),
  fact: fact('penalty-filed', () => ({ fileNumber: z.string(), on: DaySchema.optional() })),
  from: ['accepted', 'assigned', 'reported', 'returned'],
  by: () => 'either',
  power: 'handle',
  decide(_, { fileNumber, on }, { now }) {
    const fault = on && whyNotYet(on, now);
    return fault ? notAllowed(fault) : [{ fileNumber, on }];
  },
  evolve: (state, { fileNumber, at }) => ({
    ...state,
    ...{ status: 'filed', penalty: { fileNumber, filedAt: at }, objection: undefined },
  }),
});
