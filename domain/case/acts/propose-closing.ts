import * as z from 'zod';
import { dayOf } from '../../calendar/day.ts';
import { lawOn } from '../../law/cite.ts';
import type { ProvisionName } from '../../law/statutes.ts';
import { answerText, elementsOf, missingIn, OUTCOMES } from '../../procedure/answer.ts';
import { command, fact, notAllowed, staffAct, Words } from '../act.ts';
import { ANSWERABLE, closer, closingParts, powerToPropose } from '../closing.ts';
import type { Context } from '../context.ts';

/** Ten of them must leave room for the rest of the answer in one item of the table. */
const Basis = z.string().trim().min(1).max(300);

/**
 * 呈签: the answer that the complainant is to get, in parts or as one text, for somebody else to sign. What it must hold
 * depends on the procedure, and a refusal names what is missing. A later proposal takes the place of an earlier one; one
 * that is not signed is dropped once the case moves on by another act.
 */
export const proposeClosing = staffAct({
  name: '呈签答复',
  command: command('propose-closing', {
    answer: Words.optional(),
    /** 办理结论. */
    outcome: z.enum(OUTCOMES).optional(),
    facts: Words.optional(),
    opinion: Words.optional(),
    /** Provisions of config/statutes.json by name, or a basis in words. */
    basis: z.array(Basis).max(10).readonly().optional(),
  }).refine(({ answer, facts, opinion }) => answer ?? facts ?? opinion, { path: ['answer'], error: '此项必填' }),
  fact: fact('closing-proposed', closingParts),
  from: ANSWERABLE,
  by: closer,
  power: powerToPropose,
  needs: ({ procedure }) => elementsOf(procedure),
  obstacle({ inspection, status, penalty }) {
    if (status === 'filed' && penalty?.endedAt === undefined) return '行政处罚程序尚未结束，请先登记结果';
    return inspection && status !== 'reported' && status !== 'filed' ? '督察交办件须先报送办理情况' : undefined;
  },
  decide({ procedure, status }, { type, basis: named, ...said }, context) {
    const basis = named?.map((one) => basisText(one, context));
    // Of a case that was split each part was answered by these demands.
    const missing = status === 'split' ? [] : missingIn({ ...said, basis }, procedure);
    if (missing.length > 0) return notAllowed(`答复缺少：${missing.join('、')}`);
    return [{ ...said, basis, answer: answerText({ ...said, basis }) }];
  },
  evolve: (state, { answer, outcome, facts, opinion, basis, at, actor }) => ({
    ...state,
    closing: {
      ...{ answer, outcome, facts, opinion, basis, at },
      by: actor.kind === 'staff' ? { organ: actor.organ, sub: actor.sub ?? actor.name, name: actor.name } : undefined,
    },
  }),
});

/** The law behind a name, as it is that day; anything else is the officer's own words. */
function basisText(named: string, { now, statutes }: Context): string {
  const law = lawOn(dayOf(now), statutes);
  return law.holds(named) ? law.cite(named as ProvisionName) : named;
}
