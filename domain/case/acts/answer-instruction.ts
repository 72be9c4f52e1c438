import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { ItemSchema, ongoingItem, withItemChanged } from '../oversight/numbered-items.ts';
import { OPEN } from '../status.ts';

/** 反馈批示落实情况: it ends the clock of that instruction, and goes to the organ that recorded it. */
export const answerInstruction = staffAct({
  name: '反馈批示落实情况',
  command: command('answer-instruction', () => ({ item: ItemSchema, words: Words })),
  fact: fact('instruction-answered', () => ({ item: ItemSchema, words: z.string() })),
  from: [...OPEN, 'closed'],
  by: () => 'lead',
  power: 'handle',
  obstacle: ({ instructions = [] }) =>
    instructions.some(({ endedAt }) => endedAt === undefined) ? undefined : '没有待反馈的领导批示',
  decide: ({ instructions }, { item, words }) =>
    ongoingItem(item, instructions) ? [{ item, words }] : notAllowed('没有这个序号的待反馈批示'),
  evolve: (state, { item, at }) => ({
    ...state,
    instructions: withItemChanged(state.instructions, item, { endedAt: at }),
  }),
});
