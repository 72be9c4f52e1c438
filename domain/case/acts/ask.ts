import * as z from 'zod';
import { Name } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import { LONGEST_QUESTION, MOST_OPEN, MOST_QUESTIONS, openQuestions } from '../handling/questions.ts';
import { isOutOfReach, OUT_OF_REACH, receiptsOf, whyUnreachable } from '../people/complainants.ts';
import { OPEN } from '../status.ts';

/**
 * 询问信访人: the lead asks whoever complained, by the way they came and on the progress page; what they write next is the
 * answer. No rule that was read lets a period stop for it, so none does.
 */
export const ask = staffAct({
  name: '询问信访人',
  command: command('ask', () => ({
    question: z.string().trim().min(1).max(LONGEST_QUESTION),
    /** Of the complaint whose sender is asked; the one that opened the case if none is named. */
    receipt: Name.optional(),
  })),
  fact: fact('complainant-asked', () => ({ question: z.string(), to: z.string() })),
  from: OPEN,
  by: () => 'lead',
  power: 'reach',

  obstacle(state) {
    if (state.partOf) return '本件是拆分件，请在整件中询问';
    const nobody = whyUnreachable(state, receiptsOf(state));
    if (nobody) return nobody;
    if (openQuestions(state).length >= MOST_OPEN) return `已有${MOST_OPEN}个问题待信访人答复，请等待答复`;
    return (state.questions?.length ?? 0) >= MOST_QUESTIONS ? `一件最多询问${MOST_QUESTIONS}次` : undefined;
  },

  decide(state, { question, receipt: to = state.id }) {
    if (!receiptsOf(state).includes(to)) return notAllowed('本件没有这个编号的来信');
    if (isOutOfReach(state, to)) return notAllowed(OUT_OF_REACH);
    return [{ question, to }];
  },

  evolve: (state, { question, to, seq, at }): Case => ({
    ...state,
    questions: [...(state.questions ?? []), { seq, at, to, question }],
  }),
});
