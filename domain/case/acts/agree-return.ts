import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { handedTo } from '../rights/holders.ts';
import { obstacleToSettling } from '../rights/objection.ts';

/** 同意退回: whoever assigned the case agrees with the objection, and has it back (provision `objection`). */
export const agreeReturn = staffAct({
  name: '同意退回',
  command: command('agree-return', () => ({ remark: Words.optional() })),
  fact: fact('return-agreed', () => ({ from: z.string(), to: z.string(), remark: z.string().optional() })),
  from: ['registered', 'accepted', 'assigned'],
  by: () => 'assigner',
  power: 'assign',
  obstacle: obstacleToSettling,
  decide: ({ lead, objection }, { remark }) => [{ from: lead, to: objection!.to, remark }],
  evolve: (state, { from, to }) => ({
    ...handedTo(state, { lead: to, assisting: [] }),
    assignedBy: undefined,
    returnedBy: [...new Set([...(state.returnedBy ?? []), from])],
  }),
});
