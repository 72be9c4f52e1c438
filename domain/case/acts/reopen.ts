import * as z from 'zod';
import { command, fact, staffAct, Words } from '../act.ts';
import { openedAgain } from '../reopened.ts';

/**
 * 重新办理: a case that has ended is handled again, asked for or not. The complainant is owed an answer once more, within
 * the period of handling, under the rules that the case began with. No rule that was read gives reopening a period of
 * its own. Unasked it is for the level above: no organ gives itself a new period.
 */
export const reopen = staffAct({
  name: '重新办理',
  command: command('reopen', () => ({ reason: Words })),
  fact: fact('reopened', () => ({ reason: z.string() })),
  from: ['closed', 'declined', 'transferred'],
  by: ({ inspection, reopeningAsked }) => (inspection === undefined && reopeningAsked ? 'either' : 'superior'),
  power: ({ inspection, reopeningAsked }) => (inspection === undefined && reopeningAsked ? 'approve' : 'supervise'),
  obstacle: ({ partOf }) => (partOf ? '本件是拆分件，请对整件重新办理' : undefined),
  decide: (_, { reason }) => [{ reason }],
  evolve: openedAgain,
});
