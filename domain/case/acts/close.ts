import * as z from 'zod';
import { dayOf } from '../../calendar/day.ts';
import { lawOn } from '../../law/cite.ts';
import type { ProvisionName } from '../../law/statutes.ts';
import { answerText, elementsOf, missingIn, OUTCOMES } from '../../procedure/answer.ts';
import { listOf } from '../../stored.ts';
import { command, fact, Name, notAllowed, staffAct, Words } from '../act.ts';
import type { Context } from '../context.ts';

/** Ten of them must leave room for the rest of the answer in one item of the table. */
const Basis = z.string().trim().min(1).max(300);

const parts = {
  /** 办理结论. */
  outcome: z.enum(OUTCOMES).optional(),
  facts: Words.optional(),
  opinion: Words.optional(),
};

/**
 * 办结: with the answer that the complainant gets, in parts or as one text. What it must hold depends on the procedure,
 * and a refusal names what is missing. What was reported is closed by the level that reviews it; an inspection item is
 * always reviewed (逐件审核).
 */
export const close = staffAct({
  name: '办结',
  command: command('close', {
    answer: Words.optional(),
    ...parts,
    /** Provisions of config/statutes.json by name, or a basis in words. */
    basis: z.array(Basis).max(10).readonly().optional(),
    /** 签发人; the officer, if nobody else is named. */
    signedBy: Name.optional(),
  }).refine(({ answer, facts, opinion }) => answer ?? facts ?? opinion, { path: ['answer'], error: '此项必填' }),
  fact: fact('closed', {
    /** All of it, as it was told. Facts of the releases before 2026-12 have nothing else. */
    answer: z.string(),
    outcome: z.enum(OUTCOMES).optional(),
    facts: z.string().optional(),
    opinion: z.string().optional(),
    /** As it was printed on that day. */
    basis: listOf(z.string()).optional(),
    signedBy: z.string().optional(),
  }),
  from: ['accepted', 'assigned', 'reported', 'filed'],
  by: ({ inspection, status }) => (inspection !== undefined || status === 'reported' ? 'superior' : 'either'),
  power: ({ inspection, status }) => (inspection !== undefined || status === 'reported' ? 'review' : 'handle'),
  needs: ({ procedure }) => elementsOf(procedure),
  obstacle({ inspection, status, penalty }) {
    if (status === 'filed' && penalty?.endedAt === undefined) return '行政处罚程序尚未结束，请先登记结果';
    return inspection && status !== 'reported' && status !== 'filed' ? '督察交办件须先报送办理情况' : undefined;
  },
  decide({ procedure, status }, { type, signedBy, basis: named, ...said }, context) {
    const basis = named?.map((one) => basisText(one, context));
    // Of a case that was split each part was answered by these demands.
    const missing = status === 'split' ? [] : missingIn({ ...said, basis }, procedure);
    if (missing.length > 0) return notAllowed(`答复缺少：${missing.join('、')}`);
    const signed = signedBy ?? (context.actor.kind === 'staff' ? context.actor.name : undefined);
    return [{ ...said, basis, answer: answerText({ ...said, basis }), signedBy: signed }];
  },
  evolve: (state, { answer, at }) => ({ ...state, status: 'closed', answer, answeredAt: at }),
});

/** The law behind a name, as it is that day; anything else is the officer's own words. */
function basisText(named: string, { now, statutes }: Context): string {
  const law = lawOn(dayOf(now), statutes);
  return law.holds(named) ? law.cite(named as ProvisionName) : named;
}
