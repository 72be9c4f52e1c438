import * as z from 'zod';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { withoutRequester } from '../answer/reopening-request.ts';
import { type Review, reviewsOf, whyNotTheReviewer } from '../answer/review.ts';
import type { Case } from '../case.ts';
import type { Context } from '../context.ts';

/**
 * 信访终结 for one complainant, after their last stage. What they send later is kept and answered, and asks for nothing any
 * more.
 */
export const conclude = staffAct({
  name: '信访终结',
  command: command('conclude', () => ({})),
  /**
   * Events of the releases before 2026-12 do not say for whom: one case knew one review, and its end was that of every
   * request.
   */
  fact: fact('concluded', () => ({
    by: z.string().optional(),
    /** Nobody else wants the case opened again. */
    endsRequest: z.boolean().optional(),
  })),
  from: ['closed'],
  by: () => 'superior',
  power: 'review',
  obstacle(state, { actor, ...roster }) {
    const [first] = decided(state);
    if (first)
      return concludable(state, { actor, ...roster }) ? undefined : whyNotTheReviewer({ review: first }, actor, roster);
    return reviewsOf(state).some(({ concludedAt }) => concludedAt !== undefined) ? '已经终结' : '尚未作出复核意见';
  },
  decide(state, _, context) {
    const found = concludable(state, context);
    return found ? [{ by: found.by, endsRequest: !withoutRequester(state, found.by) }] : notAllowed('尚未作出复核意见');
  },
  evolve(state, { by, at }) {
    const whose = by ?? state.review?.by;
    const end = (one: Review) => (one.by === whose ? { ...one, concludedAt: at } : one);
    return {
      ...state,
      review: state.review && end(state.review),
      reviewed: state.reviewed?.map(end),
      reopeningAsked: by === undefined ? undefined : withoutRequester(state, by),
    };
  },
});

/** Those whose last stage is decided, and not concluded. */
const decided = (state: Case): readonly Review[] =>
  reviewsOf(state).filter(
    ({ stage, decidedAt, concludedAt }) => stage === 'recheck' && decidedAt !== undefined && concludedAt === undefined,
  );

const concludable = (state: Case, { actor, ...roster }: Context): Review | undefined =>
  decided(state).find((review) => whyNotTheReviewer({ review }, actor, roster) === undefined);
