import * as z from 'zod';
import { CALL_RESULTS, RevisitFindingSchema, RevisitWaySchema } from '../../../domain/case/answer/after-answer.ts';
import { REVIEW_STAGES } from '../../../domain/case/answer/review.ts';
import { GRADES, ratingsOf } from '../../../domain/case/answer/satisfaction.ts';
import type { Case } from '../../../domain/case/case.ts';
import { MediationKindSchema, MediationResultSchema } from '../../../domain/case/handling/mediation.ts';

/** 复查、复核、终结: the stage that was reached, the organ that decides, and since when; `by`: whose complaint it is. */
const ReviewView = z.object({
  stage: z.enum(REVIEW_STAGES),
  organ: z.string(),
  by: z.string(),
  askedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().optional(),
  concludedAt: z.iso.datetime().optional(),
});

/** What happened with the complainant around the answer and after it; `seq`: the event that has the words. */
export const AfterViews = z.object({
  review: ReviewView.optional(),
  /** The same of others whose complaints are joined to it. */
  reviewed: z.array(ReviewView),
  /** 询问信访人: what was asked, of whom, and by which follow-up it was answered. */
  questions: z.array(
    z.object({
      at: z.iso.datetime(),
      to: z.string(),
      question: z.string(),
      answeredAt: z.iso.datetime().optional(),
      answer: z.string().optional(),
    }),
  ),
  /** 评价 of the answer that stands, one of each complainant; the reasons stand in the events. */
  ratings: z.array(z.object({ receipt: z.string(), grade: z.enum(GRADES) })),
  /** 回访, the latest twenty. */
  callBacks: z.array(z.object({ on: z.iso.date(), organ: z.string(), result: z.enum(CALL_RESULTS), seq: z.int() })),
  /** 回头看, the latest twenty. */
  revisits: z.array(
    z.object({
      on: z.iso.date(),
      organ: z.string(),
      way: RevisitWaySchema,
      finding: RevisitFindingSchema,
      seq: z.int(),
    }),
  ),
  /** 调解、和解. */
  mediations: z.array(
    z.object({
      on: z.iso.date(),
      kind: MediationKindSchema,
      result: MediationResultSchema,
      performBy: z.iso.date().optional(),
      performedOn: z.iso.date().optional(),
      seq: z.int(),
    }),
  ),
});

export const afterViewsOf = (state: Case) => ({
  review: state.review,
  reviewed: [...(state.reviewed ?? [])],
  questions: (state.questions ?? []).map(({ seq, ...one }) => one),
  ratings: [...ratingsOf(state)],
  callBacks: [...(state.callBacks ?? [])],
  revisits: [...(state.revisits ?? [])],
  mediations: [...(state.mediations ?? [])],
});
