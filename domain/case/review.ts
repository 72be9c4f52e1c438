import * as z from 'zod';
import { addDays, type Day, dayOf, type Instant } from '../calendar/day.ts';
import { onDemand } from '../on-demand.ts';
import { above, currentId, type Roster } from '../organs.ts';
import { InstantSchema, stored } from '../stored.ts';
import type { Actor } from './actor.ts';

/** 复查, and 复核 after it. */
export const REVIEW_STAGES = ['review', 'recheck'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

export const STAGE_TEXT: Readonly<Record<ReviewStage, string>> = { review: '复查', recheck: '复核' };

/** 复查、复核意见. */
export const REVIEW_DECISIONS = ['upheld', 'changed', 'sent-back'] as const;

export const REVIEW_DECISION_TEXT: Readonly<Record<(typeof REVIEW_DECISIONS)[number], string>> = {
  upheld: '维持原处理意见',
  changed: '变更原处理意见',
  'sent-back': '撤销原处理意见，责令重新办理',
};

/** The clock that a hearing holds up, by its name in config/clocks.json. */
export const RECHECK = 'petition-recheck';

/** So many days after a written answer the next stage may be asked for (provisions `review`, `recheck`). */
const DAYS_TO_ASK = 30;

/** 复查、复核、终结 of a petition, at the stage that was reached. */
export const reviewSchema = onDemand(() =>
  stored({
    stage: z.enum(REVIEW_STAGES),
    /** The organ that decides. */
    organ: z.string(),
    /** Receipt of the complaint whose sender asked. */
    by: z.string(),
    /** 收到请求: from when the period of the decision counts. */
    askedAt: InstantSchema,
    decidedAt: InstantSchema.optional(),
    /** 终结. */
    concludedAt: InstantSchema.optional(),
  }),
);

export type Review = Readonly<z.infer<ReturnType<typeof reviewSchema>>>;

interface Reviewed {
  readonly lead: string;
  readonly review?: Review | undefined;
  readonly answeredAt?: Instant | undefined;
}

/** The one that waits for its decision. */
export const pendingReview = ({ review }: Pick<Reviewed, 'review'>): Review | undefined =>
  review?.decidedAt === undefined ? review : undefined;

/** 已终结: the same is not taken up again. */
export const isConcluded = ({ review }: Pick<Reviewed, 'review'>): boolean => review?.concludedAt !== undefined;

/** What comes in later asks for nothing: whoever decides on the review reads it, or nobody any more. */
export const isUnderReview = (state: Pick<Reviewed, 'review'>): boolean =>
  pendingReview(state) !== undefined || isConcluded(state);

/** What may be asked for next; undefined after both. */
export function nextStage({ review }: Pick<Reviewed, 'review'>): ReviewStage | undefined {
  if (review === undefined) return 'review';
  return review.stage === 'review' ? 'recheck' : undefined;
}

/** The organ above the one that decided last; undefined where the roster knows none. */
export function nextReviewer({ lead, review }: Reviewed, roster: Roster): string | undefined {
  const last = review?.organ ?? lead;
  const next = above(last, 1, roster).id;
  return next === above(last, 0, roster).id ? undefined : next;
}

/** What stands in the way of deciding for that organ, whose decision it is. */
export function notTheReviewer({ review }: Reviewed, actor: Actor, { organs }: Roster): string | undefined {
  if (!review || actor.kind !== 'staff') return undefined;
  const id = currentId(review.organ, organs);
  return actor.organ === id ? undefined : `由${organs.get(id)?.name ?? id}${STAGE_TEXT[review.stage]}`;
}

/**
 * What stands in the way of a request of that day. `received`: when the complainant got the answer in writing, if that
 * is known; the day of the answer itself otherwise. Cases of earlier releases do not know that day.
 */
export function tooLate({ review, answeredAt }: Reviewed, asked: Day, received: Day | undefined): string | undefined {
  const answered = review?.decidedAt ?? answeredAt;
  const from = received ?? (answered && dayOf(answered));
  if (from === undefined || asked <= addDays(from, DAYS_TO_ASK)) return undefined;
  return `超过收到书面答复之日起${DAYS_TO_ASK}日；信访人收到答复的日期更晚的，请填写该日期`;
}
