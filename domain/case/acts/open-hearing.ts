import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { RECHECK, whyNotTheReviewer } from '../answer/review.ts';
import { obstacleToPause, paused } from '../clocks/pauses.ts';

/** 举行听证: the time that it takes does not count, and only in the last stage (provision `recheck`). */
export const openHearing = staffAct({
  name: '举行听证',
  command: command('open-hearing', () => ({ reason: Words })),
  fact: fact('hearing-opened', () => ({ reason: z.string(), by: z.string().optional() })),
  from: ['closed'],
  by: () => 'superior',
  power: 'review',
  obstacle: (state, { actor, ...roster }) =>
    obstacleToPause(state, RECHECK, '复核') ?? whyNotTheReviewer(state, actor, roster),
  decide: ({ review }, { reason }) => [{ reason, by: review?.by }],
  evolve: (state, { at }) => paused(state, RECHECK, at),
});
