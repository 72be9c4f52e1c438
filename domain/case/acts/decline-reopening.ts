import * as z from 'zod';
import { listOf } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';

/** 不予重新办理: whoever asked is told why, and what else they may do. For an inspection item the level above decides. */
export const declineReopening = staffAct({
  name: '不予重新办理',
  command: command('decline-reopening', () => ({ reason: Words })),
  /** `askedBy`: receipts of the complaints whose senders had asked. */
  fact: fact('reopening-declined', () => ({ reason: z.string(), askedBy: listOf(z.string()) })),
  from: ['closed', 'declined', 'transferred'],
  by: ({ inspection }) => (inspection === undefined ? 'either' : 'superior'),
  power: 'approve',
  obstacle: ({ reopeningAsked }) => (reopeningAsked ? undefined : '没有待答复的重新办理申请'),
  decide: ({ reopeningAsked }, { reason }) => [{ reason, askedBy: reopeningAsked?.by ?? [] }],
  evolve: (state) => ({ ...state, reopeningAsked: undefined }),
});
