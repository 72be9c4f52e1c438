import * as z from 'zod';
import { REVIEW_STAGES } from '../../../domain/case/review.ts';

/** 复查、复核、终结: the stage that was reached, the organ that decides, and since when; `by`: whose complaint it is. */
export const ReviewView = z
  .object({
    stage: z.enum(REVIEW_STAGES),
    organ: z.string(),
    by: z.string(),
    askedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().optional(),
    concludedAt: z.iso.datetime().optional(),
  })
  .optional();
