import type { Instant } from '../../calendar/day.ts';
import { limitsSchema } from '../../clocks/set-limit.ts';
import { InstantSchema } from '../../stored.ts';
import { act, fact } from '../act.ts';
import { isOpen, runningClocks } from '../case.ts';
import { PART_CLOCK } from '../handling/splitting.ts';

interface FollowWhole {
  readonly type: 'follow-whole';
  /** When the clock of the whole ends now. */
  readonly until: Instant;
}

/** 随整件调整期限: a part has as long as the whole has, but where it was wanted sooner. */
export const followWhole = act({
  name: '随整件调整期限',
  fact: fact('whole-moved', () => ({ until: InstantSchema, limits: limitsSchema() })),

  decide(state, { until }: FollowWhole) {
    const { partOf } = state;
    const clock = runningClocks(state).find(({ name }) => name === PART_CLOCK);
    if (!partOf || !clock || !isOpen(state) || partOf.until === until) return [];
    const isOwn = clock.dueAt !== partOf.until && clock.dueAt < until;
    return [{ until, limits: limitOfPart(isOwn ? clock.dueAt : until) }];
  },

  evolve: (state, { until, limits }) => ({
    ...state,
    partOf: state.partOf && { ...state.partOf, until },
    limits: { ...state.limits, ...limits },
  }),
});

const limitOfPart = (until: Instant) => ({ [PART_CLOCK]: { limit: { until } } });
