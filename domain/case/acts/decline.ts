import * as z from 'zod';
import { command, fact, staffAct, Words } from '../act.ts';
import { DECLINE_REASONS, type DeclineReason } from '../decline-reasons.ts';

const reason = z.enum(Object.keys(DECLINE_REASONS) as DeclineReason[]);

/** 不予受理. */
export const decline = staffAct({
  name: '不予受理',
  command: command('decline', { reason, explanation: Words }),
  fact: fact('declined', { reason, explanation: z.string() }),
  from: ['registered'],
  by: ({ inspection }) => (inspection === undefined ? 'either' : 'superior'),
  decide: (_, { reason: why, explanation }) => [{ reason: why, explanation }],
  evolve: (state) => ({ ...state, status: 'declined' }),
});
