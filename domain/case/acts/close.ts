import * as z from 'zod';
import { command, fact, staffAct, Words } from '../act.ts';

/**
 * 办结: with the answer that the complainant gets. What was reported is closed by the level that reviews it; an
 * inspection item is always reviewed (逐件审核).
 */
export const close = staffAct({
  name: '办结',
  command: command('close', { answer: Words }),
  fact: fact('closed', { answer: z.string() }),
  from: ['accepted', 'assigned', 'reported', 'filed'],
  by: ({ inspection, status }) => (inspection !== undefined || status === 'reported' ? 'superior' : 'either'),
  obstacle({ inspection, status, penalty }) {
    if (status === 'filed' && penalty?.endedAt === undefined) return '行政处罚程序尚未结束，请先登记结果';
    return inspection && status !== 'reported' && status !== 'filed' ? '督察交办件须先报送办理情况' : undefined;
  },
  decide: (_, { answer }) => [{ answer }],
  evolve: (state, { answer }) => ({ ...state, status: 'closed', answer }),
});
