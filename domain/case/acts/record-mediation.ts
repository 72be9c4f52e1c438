import * as z from 'zod';
import { dayOf } from '../../calendar/day.ts';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { DaySchema, listOf } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import { MediationKindSchema, MediationResultSchema, MOST_MEDIATIONS, withAgreement } from '../handling/mediation.ts';
import { whyNotYet } from '../handling/site-visits.ts';
import { tellsContact } from '../people/identity-leak.ts';

/** 调解、和解: who took part, whether they agreed, on what, and by when that is to be performed. */
export const recordMediation = staffAct({
  name: '登记调解、和解',
  command: command('record-mediation', () => ({
    kind: MediationKindSchema,
    on: DaySchema,
    /** 参加人: the complainant as 信访人, never by name. */
    people: z.array(Name).min(1).max(10).readonly(),
    result: MediationResultSchema,
    agreement: Words.optional(),
    performBy: LastDaySchema.optional(),
  })),
  fact: fact('mediated', () => ({
    kind: MediationKindSchema,
    on: DaySchema,
    people: listOf(z.string()),
    result: MediationResultSchema,
    agreement: z.string().optional(),
    performBy: DaySchema.optional(),
  })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'closed'],
  by: () => 'either',
  power: 'handle',
  obstacle: ({ mediations = [] }) =>
    mediations.length >= MOST_MEDIATIONS ? `一件最多登记${MOST_MEDIATIONS}次调解、和解` : undefined,

  decide(_, { type, ...said }, { now }) {
    const { on, people, result, agreement, performBy } = said;
    const isAgreed = result === 'agreed';
    if (isAgreed && agreement === undefined) return notAllowed('达成协议的，请写明协议内容');
    if (!isAgreed && (agreement !== undefined || performBy !== undefined))
      return notAllowed('未达成协议的，没有协议内容和履行期限');
    if (performBy !== undefined && performBy < dayOf(now)) return notAllowed('履行期限不能早于今天');
    const fault = whyNotYet(on, now) ?? tellsContact([...people, agreement ?? ''].join('；'));
    return fault ? notAllowed(fault) : [said];
  },

  evolve: (state, { on, kind, result, performBy, seq }): Case => ({
    ...state,
    mediations: [...(state.mediations ?? []), { on, kind, result, performBy, seq }],
    limits: withAgreement(state.limits, performBy),
  }),
});
