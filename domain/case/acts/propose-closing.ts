import * as z from 'zod';
import { dayOf } from '../../calendar/day.ts';
import { lawOn } from '../../law/cite.ts';
import type { ProvisionName } from '../../law/statutes.ts';
import { type AnswerParts, answerText, elementsOf, missingIn, OUTCOMES } from '../../procedure/answer.ts';
import { findingLines, measuresSaid, type Truth, truthNames } from '../../procedure/findings.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import {
  ANSWERABLE,
  closingGiver,
  closingParts,
  powerToPropose,
  proposalOf,
  shownToSigner,
} from '../answer/closing-proposal.ts';
import { demandsFour, type FourChecks, fourChecksSaid, unknownEvidence } from '../answer/four-checks.ts';
import { forgotten, type Grievances, grievanceLines, grievancesSaid, namesSeveral } from '../answer/grievances.ts';
import type { Case } from '../case.ts';
import type { Context } from '../context.ts';
import { ongoingRectification } from '../handling/rectification.ts';
import { identityLeakIn, type Written } from '../people/identity-leak.ts';

interface Said extends AnswerParts {
  readonly truth?: Truth | undefined;
  readonly grievances?: Grievances | undefined;
  readonly four?: FourChecks | undefined;
}

/** Ten of them must leave room for the rest of the answer in one item of the table. */
const Basis = z.string().trim().min(1).max(300);

/**
 * 呈签: the answer that the complainant is to get, in parts or as one text, for somebody else to sign. What it must hold
 * depends on the procedure, and a refusal names what is missing. A later proposal takes the place of an earlier one; one
 * that is not signed is dropped once the case moves on by another act.
 */
export const proposeClosing = staffAct({
  name: '呈签答复',
  command: command(
    'propose-closing',
    () => ({
      answer: Words.optional(),
      /** 办理结论. */
      outcome: z.enum(OUTCOMES).optional(),
      facts: Words.optional(),
      opinion: Words.optional(),
      /** Provisions of config/statutes.json by name, or a basis in words. */
      basis: z.array(Basis).max(10).readonly().optional(),
      /** 是否属实. */
      truth: z.enum(truthNames).optional(),
      /** 处理措施, each kind once. */
      measures: measuresSaid().optional(),
      /** 逐项回应: each grievance that the complaint names, answered or marked. */
      grievances: grievancesSaid().optional(),
      /** 四个不放过. */
      four: fourChecksSaid().optional(),
    }),
    (said) =>
      said.refine(({ answer, facts, opinion }) => answer ?? facts ?? opinion, { path: ['answer'], error: '此项必填' }),
  ),
  fact: fact('closing-proposed', () => ({ ...closingParts, ...shownToSigner })),
  from: ANSWERABLE,
  by: closingGiver,
  power: powerToPropose,
  needs: (state, { marks }) => [
    ...elementsOf(state.procedure),
    ...(namesSeveral(state) ? ['grievances'] : []),
    ...(demandsFour(state, marks) ? ['truth', 'four'] : []),
  ],
  obstacle({ inspection, status, penalty }) {
    if (status === 'filed' && penalty?.endedAt === undefined) return '行政处罚程序尚未结束，请先登记结果';
    return inspection && status !== 'reported' && status !== 'filed' ? '督察交办件须先报送办理情况' : undefined;
  },
  decide(state, { type, basis: named, ...said }, context) {
    const basis = named?.map((one) => basisText(one, context));
    // Of a case that was split each part was answered by these demands.
    const lacks = state.status === 'split' ? undefined : lackOf({ ...said, basis }, state, context);
    if (lacks !== undefined) return notAllowed(lacks);
    const progress = ongoingRectification(state) ? ('interim' as const) : ('closed' as const);
    const found = findingLines(said.truth, progress, said.measures);
    const answer = answerText({ ...said, basis }, [...found, ...grievanceLines(state, said.grievances)]);
    return [{ ...said, basis, progress: said.truth && progress, answer }];
  },
  evolve: (state, event) => ({ ...state, closing: proposalOf(event) }),
});

/** What the answer lacks, in the words that the officer reads. */
function lackOf(said: Said, state: Case, { marks, organs, whole }: Context): string | undefined {
  const missing = missingIn(said, state.procedure);
  if (missing.length > 0) return `答复缺少：${missing.join('、')}`;
  if (demandsFour(state, marks)) {
    if (!said.truth) return '须写明是否属实';
    if (!said.four) return '须逐条说明四个不放过：问题查清、整改到位、责任落实、群众满意';
  }
  return (
    forgotten(state, said.grievances) ??
    (said.four && unknownEvidence(said.four, state)) ??
    identityLeakIn(toldIn(said), whole?.organs ?? organs)
  );
}

/** What the complainant, those joined to the case, the sender and the progress page get to read. */
function toldIn({ answer = '', facts = '', opinion = '', basis = [], grievances = [] }: Said): readonly Written[] {
  return [
    { field: '答复全文', text: answer },
    { field: '查明的事实', text: facts },
    { field: '处理意见', text: opinion },
    ...basis.map((text) => ({ field: '法律法规依据', text })),
    ...grievances.map((one) => ({ field: `第${one.part}个问题的答复`, text: one.answer ?? '' })),
  ];
}

/** The law behind a name, as it is that day; anything else is the officer's own words. */
function basisText(named: string, { now, statutes }: Context): string {
  const law = lawOn(dayOf(now), statutes);
  return law.holds(named) ? law.cite(named as ProvisionName) : named;
}
