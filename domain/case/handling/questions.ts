import * as z from 'zod';
import type { Instant } from '../../calendar/day.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';

/** So many may wait for an answer at once: nobody is pestered. */
export const MOST_OPEN = 3;

/** So many a case has at most. */
export const MOST_QUESTIONS = 10;

/** Characters of one. */
export const LONGEST_QUESTION = 500;

/** 询问信访人: what whoever handles the case asked, and whether an answer came. */
export const QuestionsSchema = listOf(
  stored({
    /** Number of the event that asked it. */
    seq: z.int(),
    at: InstantSchema,
    /** Receipt of the complaint whose sender is asked. */
    to: z.string(),
    question: z.string(),
    answeredAt: InstantSchema.optional(),
    /** Receipt of the follow-up that answers it. */
    answer: z.string().optional(),
  }),
);

export type Questions = Readonly<z.infer<typeof QuestionsSchema>>;

interface Asked {
  readonly questions?: Questions | undefined;
}

/** Those of one sender, or of all, that wait for an answer. */
export const openQuestions = ({ questions = [] }: Asked, to?: string): Questions =>
  questions.filter((one) => one.answeredAt === undefined && (to === undefined || one.to === to));

/** With the answer that came to all that this sender was asked. */
export const withAnswer = (
  { questions }: Asked,
  { to, receipt, at }: { readonly to: string; readonly receipt: string; readonly at: Instant },
): Questions | undefined =>
  questions?.map((one) =>
    one.to === to && one.answeredAt === undefined ? { ...one, answeredAt: at, answer: receipt } : one,
  );
