import * as z from 'zod';
import { listOf } from '../../stored.ts';
import { act, fact, notAllowed } from '../act.ts';
import {
  GRADES,
  type Grade,
  needsReason,
  obstacleToRating,
  type Reason,
  ReasonSchema,
  ratingOf,
} from '../answer/satisfaction.ts';

interface Rate {
  readonly type: 'rate';
  /** Of the complaint whose sender rates the answer. */
  readonly receipt: string;
  readonly grade: Grade;
  readonly reasons: readonly Reason[];
}

/**
 * 满意度评价 by a complainant: once for each answer; the same again changes nothing. It opens nothing by
 * itself: who is not satisfied may ask for the case to be opened again, and whoever handled it hears of it.
 */
export const rate = act({
  name: '满意度评价',
  fact: fact('rated', () => ({ receipt: z.string(), grade: z.enum(GRADES), reasons: listOf(ReasonSchema) })),

  decide(state, { receipt, grade, reasons }: Rate) {
    if (ratingOf(state, receipt) === grade) return [];
    const obstacle = obstacleToRating(state, receipt);
    if (obstacle) return notAllowed(obstacle);
    if (needsReason(grade) && reasons.length === 0) return notAllowed('不满意的，请至少选择一项原因');
    return [{ receipt, grade, reasons: [...new Set(reasons)] }];
  },

  evolve: (state, { receipt, grade: rating }) =>
    receipt === state.id
      ? { ...state, rating }
      : { ...state, absorbed: state.absorbed?.map((one) => (one.receipt === receipt ? { ...one, rating } : one)) },
});
