import * as z from 'zod';
import { command, fact, staffAct, Words } from '../act.ts';
import { obstacleToExtension } from '../extension.ts';

/** 申请延期: asked by the lead before the deadline, for somebody else to approve. */
export const requestExtension = staffAct({
  name: '申请延期',
  command: command('request-extension', { reason: Words }),
  fact: fact('extension-requested', { reason: z.string() }),
  from: ['accepted', 'assigned', 'reported', 'returned'],
  by: () => 'lead',

  obstacle: (state, { policies, now }) =>
    state.extensionAsked ? '已有待批准的延期申请' : obstacleToExtension(state, policies, now),

  decide: (_, { reason }) => [{ reason }],

  evolve: (state, { reason, at, actor }) => ({
    ...state,
    extensionAsked: { reason, at, by: actor.kind === 'staff' ? (actor.sub ?? actor.name) : '' },
  }),
});
