import * as z from 'zod';
import { addDays, type Day, dayOf, type Instant } from '../../calendar/day.ts';
import { nearestWorkingDay, type WorkCalendar } from '../../calendar/working-days.ts';
import { lazy } from '../../lazy.ts';
import { above, type Roster } from '../../organs.ts';
import { InstantSchema, stored } from '../../stored.ts';
import type { Actor } from '../people/actor.ts';

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

/** 复查、复核、终结 of a petition, at the stage that was reached. */
export const reviewSchema = lazy(() =>
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
  /** The one that was asked for last. */
  readonly review?: Review | undefined;
  /** 并案: the stage that each other complainant has reached. */
  readonly reviewed?: readonly Review[] | undefined;
  readonly answeredAt?: Instant | undefined;
}

/** The one that waits for its decision. */
export const pendingReview = ({ review }: Pick<Reviewed, 'review'>): Review | undefined =>
  review?.decidedAt === undefined ? review : undefined;

type Reviews = Pick<Reviewed, 'review' | 'reviewed'>;

/** The last stages of all complainants, that which was asked for last first. */
export const reviewsOf = ({ review, reviewed = [] }: Reviews): readonly Review[] =>
  review ? [review, ...reviewed] : reviewed;

/** The stage that one complainant has reached: each has both of their own. */
export const reviewBy = (state: Reviews, receipt: string): Review | undefined =>
  reviewsOf(state).find(({ by }) => by === receipt);

/** So many stages of others a case remembers; its events keep all. */
const REMEMBERED = 50;

/** With that one as the latest. */
export const withReview = (state: Reviews, review: Review): Required<Reviews> => {
  const others = reviewsOf(state).filter(({ by }) => by !== review.by);
  return { review, reviewed: others.length > 0 ? others.slice(0, REMEMBERED) : undefined };
};

/** 已终结: of whoever sent that complaint the same is not taken up again. */
export const isConcluded = (state: Reviews, receipt: string): boolean =>
  reviewBy(state, receipt)?.concludedAt !== undefined;

/** What they write later asks for nothing: whoever decides on their review reads it, or nobody any more. */
export const isUnderReview = (state: Reviews, receipt: string): boolean =>
  pendingReview(state)?.by === receipt || isConcluded(state, receipt);

/** What they may ask for next; undefined after both. */
export function nextStage(state: Reviews, receipt: string): ReviewStage | undefined {
  const own = reviewBy(state, receipt);
  if (own === undefined) return 'review';
  return own.stage === 'review' ? 'recheck' : undefined;
}

/** The organ above the one that decided last for them; undefined where the roster knows none. */
export function nextReviewer(state: Reviewed, receipt: string, roster: Roster): string | undefined {
  const last = reviewBy(state, receipt)?.organ ?? state.lead;
  const next = above(last, 1, roster).id;
  return next === above(last, 0, roster).id ? undefined : next;
}

/** What stands in the way of deciding for that organ, whose decision it is. */
export function whyNotTheReviewer(
  { review }: Pick<Reviewed, 'review'>,
  actor: Actor,
  { organs }: Roster,
): string | undefined {
  if (!review || actor.kind !== 'staff') return undefined;
  const { organ, stage } = review;
  return actor.organ === organ ? undefined : `由${organs.get(organ)?.name ?? organ}${STAGE_TEXT[stage]}`;
}

/** When and by whom it is asked for. */
interface Request {
  readonly by: string;
  readonly asked: Day;
  /** When the complainant got the answer in writing, if that is known; the day of the answer itself otherwise. */
  readonly received: Day | undefined;
  /** So many days after a written answer that stage may be asked for. */
  readonly days: number;
}

/**
 * What stands in the way of a request of that day. A last day that is a day off costs nobody their right: the next working
 * day is in time. Cases of earlier releases do not know when they were answered.
 */
export function whyTooLate(
  state: Reviewed,
  { by, asked, received, days }: Request,
  calendar: WorkCalendar,
): string | undefined {
  const answered = reviewBy(state, by)?.decidedAt ?? state.answeredAt;
  const from = received ?? (answered && dayOf(answered));
  if (from === undefined || asked <= nearestWorkingDay(addDays(from, days), 'later', calendar)) return undefined;
  return `超过收到书面答复之日起${days}日；收到请求的日期更早，或者信访人收到答复的日期更晚的，请填写该日期`;
}
