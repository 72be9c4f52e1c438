import * as z from 'zod';
import { LADDER_KINDS, levelSchema, tellSchema } from '../../clocks/ladder.ts';
import { timersOf } from '../../clocks/timers.ts';
import { above } from '../../organs.ts';
import { InstantSchema } from '../../stored.ts';
import { act, fact } from '../act.ts';
import { withClock } from '../case.ts';
import { dutyOrganOf } from '../clocks/duty-organ.ts';
import { owedClocks } from '../clocks/owed-clocks.ts';

interface FireTimers {
  readonly type: 'fire-timers';
}

/** 催办: every step of the ladder that has come due goes out, each once. */
export const chase = act({
  name: '催办督办',
  fact: fact('chased', () => ({
    clock: z.string(),
    step: z.string(),
    kind: z.enum(LADDER_KINDS),
    level: levelSchema(),
    /** When the step was due to go out; later than that, the sweep was late. */
    scheduledAt: InstantSchema,
    dueAt: InstantSchema,
    /** The organ it goes to. */
    to: z.string(),
    /** Who there, and by what; events of the releases before 2026-12 say nothing of it. */
    tell: tellSchema().optional(),
  })),

  decide: (state, _: FireTimers, context) =>
    timersOf(owedClocks(state, context.policies), context)
      .filter(({ at }) => at <= context.now)
      .map(({ at, clock, step: { step, kind, level, tell } }) => ({
        clock: clock.name,
        step,
        kind,
        level,
        scheduledAt: at,
        dueAt: clock.dueAt,
        to: above(dutyOrganOf(clock, state, context), level, context).id,
        tell,
      })),

  evolve: (state, event) =>
    withClock(state, event.clock, (clock) => ({ ...clock, fired: [...clock.fired, event.step] })),
});
