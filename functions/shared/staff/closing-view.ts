import * as z from 'zod';
import type { Case } from '../../../domain/case/case.ts';
import { OUTCOMES } from '../../../domain/procedure/answer.ts';
import { list } from './complaint-words.ts';

/** 待签发的答复: as it would be told, who proposed it, and when. */
const Proposal = z.object({
  at: z.iso.datetime(),
  by: z.object({ organ: z.string(), sub: z.string(), name: z.string() }).optional(),
  answer: z.string(),
  outcome: z.enum(OUTCOMES).optional(),
  facts: z.string().optional(),
  opinion: z.string().optional(),
  basis: list(z.string()).optional(),
});

/** The answer that waits for its signature, and the one that was given. */
export const AnswerView = z.object({ closing: Proposal.optional(), answer: z.string().optional() });

export const answerOf = ({ closing, answer }: Case): z.infer<typeof AnswerView> => ({ closing, answer });
