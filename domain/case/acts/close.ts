import * as z from 'zod';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { ANSWERABLE, closingGiver, closingParts, powerToSign } from '../answer/closing-proposal.ts';

const NOT_PROPOSED = '尚未呈签：请先由经办人“呈签答复”，再由另一人签发';

/** 签发, and with it 办结: the complainant gets the answer as it was proposed. Nobody signs what they proposed themselves. */
export const close = staffAct({
  name: '签发办结',
  command: command('close', () => ({})),
  fact: fact('closed', () => ({
    ...closingParts,
    /** 签发人. */
    signedBy: z.string().optional(),
  })),
  from: ANSWERABLE,
  by: closingGiver,
  power: powerToSign,
  obstacle({ closing }, { actor }) {
    if (!closing) return NOT_PROPOSED;
    const isProposer = actor.kind === 'staff' && closing.by?.sub === (actor.sub ?? actor.name);
    return isProposer ? '呈签的人不能自己签发，请由另一位有权限的人员签发' : undefined;
  },
  decide({ closing }, _, { actor }) {
    if (!closing) return notAllowed(NOT_PROPOSED);
    const { at, by, grievances, four, ...said } = closing;
    return [{ ...said, signedBy: actor.kind === 'staff' ? actor.name : undefined }];
  },
  evolve: (state, { answer, truth, measures, at }) => ({
    ...state,
    ...{ status: 'closed', answer, answeredAt: at, found: truth || measures ? { truth, measures } : undefined },
    extensionAsked: undefined,
  }),
});
