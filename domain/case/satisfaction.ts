import * as z from 'zod';
import { InstantSchema, listOf, stored } from '../stored.ts';
import { GRADES, type Grade } from './afterwards.ts';

/** 评价的原因, from a list: what somebody says in their own words is a supplement, and lies in the vault. */
export const REASONS = {
  unresolved: '问题没有解决',
  unclear: '答复没有说清楚',
  unfair: '处理结果不合理',
  slow: '办理太慢',
  attitude: '服务态度不好',
} as const;

export type Reason = keyof typeof REASONS;

export const ReasonSchema = z.enum(Object.keys(REASONS) as Reason[]);

/** 评价 of the answer that stands: one of each complainant. */
export const RatingsSchema = listOf(
  stored({
    receipt: z.string(),
    grade: z.enum(GRADES),
    reasons: listOf(ReasonSchema),
    at: InstantSchema,
  }),
);

export type Rating = Readonly<z.infer<typeof RatingsSchema>>[number];

interface Rated {
  readonly id: string;
  readonly status: string;
  readonly ratings?: readonly Rating[] | undefined;
  readonly absorbed?: readonly { readonly receipt: string }[] | undefined;
}

/** What somebody thinks of the answer that stands. */
export const ratingOf = ({ ratings = [] }: Rated, by: string): Rating | undefined =>
  ratings.find(({ receipt }) => receipt === by);

/** What stands in the way of their saying so; an answer is rated once, and what was said of it stays. */
export function obstacleToRating(state: Rated, by: string): string | undefined {
  const { id, status, absorbed = [] } = state;
  if (status !== 'closed') return '办结并答复后才能评价';
  if (by !== id && !absorbed.some(({ receipt }) => receipt === by)) return '本件没有这个编号的来信';
  return ratingOf(state, by) ? '已经评价过，评价不能更改' : undefined;
}

export const reasonsText = (reasons: readonly Reason[]): string => reasons.map((one) => REASONS[one]).join('、');

/** Whether somebody must say why. */
export const needsReason = (grade: Grade): boolean => grade === 'dissatisfied';
