import * as z from 'zod';
import { Name } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';

/**
 * 立案查处: a penalty has a procedure and periods of its own. The complainant is told that it runs, and hears of the
 * result later.
 */
export const filePenalty = staffAct({
  name: '立案查处',
  command: command('file-penalty', () => ({ fileNumber: Name })),
  fact: fact('penalty-filed', () => ({ fileNumber: z.string() })),
  from: ['accepted', 'assigned', 'reported', 'returned'],
  by: () => 'either',
  power: 'handle',
  decide: (_, { fileNumber }) => [{ fileNumber }],
  evolve: (state, { fileNumber, at }) => ({
    ...state,
    ...{ status: 'filed', penalty: { fileNumber, filedAt: at }, objection: undefined },
  }),
});
