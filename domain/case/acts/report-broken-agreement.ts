import * as z from 'zod';
import { DaySchema } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { reboundedAt } from '../answer/reopening-request.ts';
import type { Case } from '../case.ts';
import { agreementIn, withAgreementAs } from '../handling/mediation.ts';
import { whyNotYet } from '../handling/site-visits.ts';

/**
 * 协议未履行: what was agreed is not done, and nobody waits for it any longer. After the answer it waits for a decision
 * whether the case is opened again, as what rebounds does.
 */
export const reportBrokenAgreement = staffAct({
  name: '登记协议未履行',
  command: command('report-broken-agreement', () => ({ on: DaySchema, words: Words })),
  fact: fact('agreement-broken', () => ({ on: DaySchema, words: z.string() })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'],
  by: () => 'either',
  power: 'handle',
  obstacle: (state) => (agreementIn(state) ? undefined : '没有待履行的调解、和解协议'),

  decide(_, { on, words }, { now }) {
    const fault = whyNotYet(on, now);
    return fault ? notAllowed(fault) : [{ on, words }];
  },

  evolve: (state, { on, at }): Case => ({
    ...state,
    mediations: withAgreementAs({ brokenOn: on }, state),
    reopeningAsked: state.status === 'closed' ? reboundedAt(at, state) : state.reopeningAsked,
  }),
});
