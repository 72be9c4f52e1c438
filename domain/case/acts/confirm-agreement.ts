import * as z from 'zod';
import { DaySchema } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import { agreementIn, withAgreementAs } from '../handling/mediation.ts';
import { whyNotYet } from '../handling/site-visits.ts';

/** 协议已履行: what was agreed has been done, and how that is known. */
export const confirmAgreement = staffAct({
  name: '登记协议履行',
  command: command('confirm-agreement', () => ({ on: DaySchema, words: Words })),
  fact: fact('agreement-performed', () => ({ on: DaySchema, words: z.string() })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'either',
  power: 'handle',
  obstacle: (state) => (agreementIn(state) ? undefined : '没有待履行的调解、和解协议'),

  decide(_, { on, words }, { now }) {
    const fault = whyNotYet(on, now);
    return fault ? notAllowed(fault) : [{ on, words }];
  },

  evolve: (state, { on }): Case => ({ ...state, mediations: withAgreementAs({ performedOn: on }, state) }),
});
