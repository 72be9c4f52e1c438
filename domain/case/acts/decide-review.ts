import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { pendingReview, RECHECK, REVIEW_DECISIONS, REVIEW_STAGES, whyNotTheReviewer } from '../answer/review.ts';
import { openedAgain } from '../case.ts';
import { pausedClock } from '../clocks/pauses.ts';

/** 作出复查、复核意见, in writing. What is sent back is handled again, within the period of handling. */
export const decideReview = staffAct({
  name: '作出复查（复核）意见',
  command: command('decide-review', () => ({ ruling: z.enum(REVIEW_DECISIONS), opinion: Words })),
  fact: fact('review-decided', () => ({
    stage: z.enum(REVIEW_STAGES),
    ruling: z.enum(REVIEW_DECISIONS),
    opinion: z.string(),
    /** The organ that decided. */
    organ: z.string(),
    by: z.string(),
  })),
  from: ['closed'],
  by: () => 'superior',
  power: 'review',
  obstacle(state, { actor, ...roster }) {
    if (!pendingReview(state)) return '没有待作出的复查（复核）意见';
    return whyNotTheReviewer(state, actor, roster) ?? (pausedClock(state, RECHECK) ? '听证尚未结束' : undefined);
  },
  decide({ review }, { ruling, opinion }) {
    const { stage, by, organ } = review!;
    return [{ stage, ruling, opinion, organ, by }];
  },
  evolve: (state, { ruling, at }) =>
    ruling === 'sent-back' ? openedAgain(state) : { ...state, review: { ...state.review!, decidedAt: at } },
});
