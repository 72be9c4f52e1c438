import * as z from 'zod';
import { GRADES, needsReason, ReasonSchema } from '../../domain/case/answer/satisfaction.ts';

/** What a complainant thinks of the answer. Unknown fields are dropped. */
export const RatingBody = z
  .object({
    grade: z.enum(GRADES, { error: '请选择满意、基本满意或者不满意' }),
    reasons: z.array(ReasonSchema).max(5).default([]),
  })
  .refine(({ grade, reasons }) => !needsReason(grade) || reasons.length > 0, {
    path: ['reasons'],
    error: '不满意的，请至少选择一项原因',
  });

/** What stands; the same again leaves it. */
export const RatingAnswer = z.object({ receipt: z.string(), grade: z.enum(GRADES) });
