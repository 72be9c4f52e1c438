import * as z from 'zod';
import { FourChecksSchema } from '../../../domain/case/answer/four-checks.ts';
import { GrievancesSchema } from '../../../domain/case/answer/grievances.ts';
import type { Case } from '../../../domain/case/case.ts';
import { OUTCOMES } from '../../../domain/procedure/answer.ts';
import { MeasuresSchema, progressNames, truthNames } from '../../../domain/procedure/findings.ts';
import { listOf } from '../../../domain/stored.ts';

/** 待签发的答复: as it would be told, who proposed it, and when. */
const Proposal = z.object({
  at: z.iso.datetime(),
  by: z.object({ organ: z.string(), sub: z.string(), name: z.string() }).optional(),
  answer: z.string(),
  outcome: z.enum(OUTCOMES).optional(),
  facts: z.string().optional(),
  opinion: z.string().optional(),
  basis: listOf(z.string()).optional(),
  truth: z.enum(truthNames).optional(),
  progress: z.enum(progressNames).optional(),
  measures: MeasuresSchema.optional(),
  grievances: GrievancesSchema.optional(),
  /** 四个不放过. */
  four: FourChecksSchema.optional(),
});

/** The answer that waits for its signature, and the one that was given. */
export const AnswerView = z.object({
  closing: Proposal.optional(),
  answer: z.string().optional(),
  /** 是否属实, 处理措施. */
  found: z.object({ truth: z.enum(truthNames).optional(), measures: MeasuresSchema.optional() }).optional(),
});

export const answerOf = ({ closing, answer, found }: Case): z.infer<typeof AnswerView> => ({ closing, answer, found });
