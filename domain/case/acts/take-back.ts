import * as z from 'zod';
import { type Limits, limitsSchema, withLimits } from '../../clocks/set-limit.ts';
import { listOf } from '../../stored.ts';
import { act, fact } from '../act.ts';
import type { FollowUpReceived } from '../case.ts';
import { FollowUpReceivedSchema } from '../case-schema.ts';
import { hasFollowUp, remembered } from '../handling/follow-ups.ts';

interface TakeBack {
  readonly type: 'take-back';
  readonly followUps: readonly FollowUpReceived[];
  readonly limits?: Limits | undefined;
}

/** 收回: what its sender wrote while the case was joined to another. They were told then, so nobody is told again. */
export const takeBack = act({
  name: '收回并案期间的来信',
  fact: fact('taken-back', () => ({
    followUps: listOf(FollowUpReceivedSchema),
    urges: z.int(),
    limits: limitsSchema().optional(),
  })),

  decide(state, { followUps: given, limits }: TakeBack) {
    const followUps = given.filter(({ receipt }) => !hasFollowUp(state, receipt));
    const urges = followUps.filter(({ as }) => as === 'urge').length;
    return followUps.length === 0 ? [] : [{ followUps: remembered(followUps), urges, limits }];
  },

  evolve: (state, { followUps, urges, limits }) => ({
    ...state,
    followUps: remembered([...(state.followUps ?? []), ...followUps]),
    urges: (state.urges ?? 0) + urges || undefined,
    limits: withLimits(state.limits, limits),
  }),
});
