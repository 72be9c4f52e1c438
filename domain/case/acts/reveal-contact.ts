import * as z from 'zod';
import { Name } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { isOutOfReach, lettersOf, OUT_OF_REACH, whyUnreachable } from '../people/complainants.ts';
import { RECORDED_HERE } from '../status.ts';

/** 查看信访人联系方式的事由. */
export const REVEAL_REASONS = {
  facts: '核实情况',
  'site-visit': '约定现场核查',
  serve: '告知、送达',
  'call-back': '回访',
  emergency: '应急处置',
} as const;

export type RevealReason = keyof typeof REVEAL_REASONS;

/**
 * 查看信访人联系方式: who looked at it, and why, is on record before it is shown; the contact itself never is. Each look is a
 * record of its own.
 */
export const revealContact = staffAct({
  name: '查看信访人联系方式',
  command: command('reveal-contact', () => ({
    reason: z.enum(Object.keys(REVEAL_REASONS) as RevealReason[]),
    /** Of the complaint that they sent: the one that opened the case, if none is named. */
    receipt: Name.optional(),
  })),
  fact: fact('contact-revealed', () => ({
    reason: z.enum(Object.keys(REVEAL_REASONS) as RevealReason[]),
    receipt: z.string(),
  })),
  from: RECORDED_HERE,
  by: () => 'either',
  power: 'reach',

  obstacle: (state) => whyUnreachable(state, lettersOf(state)),

  decide(state, { reason, receipt = state.id }) {
    if (!lettersOf(state).includes(receipt)) return notAllowed('本件没有这个编号的来信');
    return isOutOfReach(state, receipt) ? notAllowed(OUT_OF_REACH) : [{ reason, receipt }];
  },

  evolve: (state) => state,
});
