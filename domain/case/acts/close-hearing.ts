import * as z from 'zod';
import { InstantSchema } from '../../stored.ts';
import { command, fact, staffAct } from '../act.ts';
import { RECHECK, whyNotTheReviewer } from '../answer/review.ts';
import { movedBy, pausedClock, unpaused } from '../clocks/pauses.ts';

/** 听证结束: the period goes on, longer by the days of the hearing. */
export const closeHearing = staffAct({
  name: '听证结束',
  command: command('close-hearing', () => ({})),
  fact: fact('hearing-closed', () => ({ from: InstantSchema, to: InstantSchema, by: z.string().optional() })),
  from: ['closed'],
  by: () => 'superior',
  power: 'review',
  obstacle: (state, { actor, ...roster }) =>
    pausedClock(state, RECHECK) ? whyNotTheReviewer(state, actor, roster) : '没有正在举行的听证',
  decide: (state, _, { now }) => [{ ...movedBy(pausedClock(state, RECHECK)!, now), by: state.review?.by }],
  evolve: (state, event) => unpaused(state, RECHECK, event),
});
