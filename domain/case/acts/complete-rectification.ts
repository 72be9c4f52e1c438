import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { WHILE_RECTIFIED, whyNoRectification } from '../handling/rectification.ts';

/** 整改完成: the complainant hears what came of it, also where the answer was given long before. */
export const completeRectification = staffAct({
  name: '整改完成',
  command: command('complete-rectification', () => ({ result: Words })),
  fact: fact('rectification-completed', () => ({ result: z.string() })),
  from: WHILE_RECTIFIED,
  by: () => 'lead',
  power: 'handle',
  obstacle: whyNoRectification,
  decide: (_, { result }) => [{ result }],
  evolve: (state, { at }) => ({ ...state, rectification: { ...state.rectification!, completedAt: at } }),
});
