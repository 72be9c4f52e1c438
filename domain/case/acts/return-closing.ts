import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { ANSWERABLE, closingGiver, powerToSign } from '../answer/closing-proposal.ts';
import { OfficerSchema } from '../people/officers.ts';

/** 退回修改: the proposal is dropped, and whoever made it is told why. */
export const returnClosing = staffAct({
  name: '退回修改',
  command: command('return-closing', () => ({ reason: Words })),
  fact: fact('closing-returned', () => ({
    reason: z.string(),
    /** 呈签人. */
    proposer: OfficerSchema.optional(),
  })),
  from: ANSWERABLE,
  by: closingGiver,
  power: powerToSign,
  obstacle: ({ closing }) => (closing ? undefined : '没有待签发的答复'),
  decide: ({ closing }, { reason }) => [{ reason, proposer: closing?.by }],
  evolve: (state) => ({ ...state, closing: undefined }),
});
