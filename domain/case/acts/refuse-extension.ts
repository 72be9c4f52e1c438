import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { pendingExtension } from '../clocks/extension.ts';

/** 不同意延期: the deadline stays as it is, and who asked is told why. */
export const refuseExtension = staffAct({
  name: '不同意延期',
  command: command('refuse-extension', () => ({ reason: Words })),
  fact: fact('extension-refused', () => ({ reason: z.string() })),
  from: ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split'],
  by: ({ inspection }) => (inspection === undefined ? 'either' : 'superior'),
  power: 'approve',
  obstacle: (state, { policies }) => (pendingExtension(state, policies) ? undefined : '没有待批准的延期申请'),
  decide: (_, { reason }) => [{ reason }],
  evolve: (state) => ({ ...state, extensionAsked: undefined }),
});
