import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { runningClocks } from '../case.ts';
import { handedTo } from '../rights/holders.ts';
import { objectionDecider } from '../rights/objection.ts';

/**
 * 异议: the lead says within five working days, with reasons, that the matter is not its own. The case stays with it
 * until whoever assigned it agrees (provision `objection`).
 */
export const object = staffAct({
  name: '提出异议',
  command: command('object', () => ({ reason: Words })),
  fact: fact('objected', () => ({
    reason: z.string(),
    from: z.string(),
    /** Who decides on it. */
    to: z.string(),
    /** The case stays until then. Without this, as in the releases before 2026-12, it went to `to` at once. */
    stays: z.literal(true).optional(),
  })),
  from: ['registered', 'accepted', 'assigned'],
  by: () => 'lead',
  power: 'handle',

  obstacle(state, { now }) {
    const clock = runningClocks(state).find(({ name }) => name === 'objection');
    return clock && now < clock.dueAt ? undefined : '没有可以提出异议的期限，或已超过五个工作日';
  },

  decide: (state, { reason }, context) => [
    { reason, from: state.lead, to: objectionDecider(state, context), stays: true as const },
  ],

  evolve: (state, { to, stays, at }) =>
    stays ? { ...state, objection: { since: at, to } } : handedTo(state, { lead: to, assisting: [] }),
});
