import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { RECORDED_HERE } from '../status.ts';

/** 工作记录: what was done or learnt, for those who handle the case. No complainant reads it, and nothing else follows. */
export const note = staffAct({
  name: '工作记录',
  command: command('note', () => ({ words: Words })),
  fact: fact('noted', () => ({ words: z.string() })),
  from: RECORDED_HERE,
  by: () => 'involved',
  power: 'contribute',
  decide: (_, { words }) => [{ words }],
  evolve: (state) => state,
});
