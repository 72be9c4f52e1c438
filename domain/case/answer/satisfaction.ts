import * as z from 'zod';

/** 满意度. */
export const GRADES = ['satisfied', 'basically', 'dissatisfied'] as const;
export type Grade = (typeof GRADES)[number];

export const GRADE_TEXT: Readonly<Record<Grade, string>> = {
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
};

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

interface Rated {
  readonly id: string;
  readonly status: string;
  readonly rating?: Grade | undefined;
  readonly absorbed?: readonly { readonly receipt: string; readonly rating?: Grade | undefined }[] | undefined;
}

/** What somebody thinks of the answer that stands. */
export const ratingOf = ({ id, rating, absorbed = [] }: Rated, by: string): Grade | undefined =>
  by === id ? rating : absorbed.find(({ receipt }) => receipt === by)?.rating;

/** All that was said of the answer that stands, by whose complaint it is. */
export const ratingsOf = ({ id, rating, absorbed = [] }: Rated): readonly { receipt: string; grade: Grade }[] =>
  [{ receipt: id, rating }, ...absorbed].flatMap(({ receipt, rating: grade }) => (grade ? [{ receipt, grade }] : []));

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
