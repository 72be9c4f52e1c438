import * as z from 'zod';
import { DaySchema } from '../../stored.ts';
import { Name } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { CALL_RESULTS, latest } from '../answer/after-answer.ts';
import { whyNotYet } from '../handling/site-visits.ts';
import { tellsContact } from '../people/identity-leak.ts';

/**
 * 回访: after the answer somebody asked the complainant: who, when, what was said, and whether they are satisfied. As often
 * as it takes, by the lead and by those above it. By what number they were called is kept nowhere here.
 */
export const callBack = staffAct({
  name: '登记回访',
  command: command('call-back', () => ({
    on: DaySchema,
    /** 回访人. */
    caller: Name,
    result: z.enum(CALL_RESULTS),
    said: z.string().trim().min(1).max(1000),
    /** Of the complaint whose sender it was; the one that opened the case if none is named. */
    receipt: Name.optional(),
  })),
  fact: fact('called-back', () => ({
    on: DaySchema,
    caller: z.string(),
    result: z.enum(CALL_RESULTS),
    said: z.string(),
    to: z.string(),
  })),
  from: ['closed'],
  by: () => 'either',
  power: 'contribute',

  decide({ id, absorbed = [] }, { on, caller, result, said, receipt: to = id }, { now }) {
    const isKnown = to === id || absorbed.some(({ receipt }) => receipt === to);
    const fault = isKnown ? (whyNotYet(on, now) ?? tellsContact(said)) : '本件没有这个编号的来信';
    return fault ? notAllowed(fault) : [{ on, caller, result, said, to }];
  },

  evolve: (state, { on, result, seq, actor }) => ({
    ...state,
    callBacks: latest(state.callBacks, {
      on,
      organ: actor.kind === 'staff' ? actor.organ : state.lead,
      result,
      seq,
    }),
  }),
});
