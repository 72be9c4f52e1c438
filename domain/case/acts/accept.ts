import * as z from 'zod';
import { limitSchema, limitsSchema, withLimits } from '../../clocks/set-limit.ts';
import { PROCEDURES } from '../../procedure/procedures.ts';
import { procedureOf } from '../../procedure/suggest-procedure.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { ownLimits } from '../clocks/own-period.ts';

/**
 * 受理: the case is taken up by one of the procedures, which is the suggested one unless the command names another, and
 * the complainant told.
 */
export const accept = staffAct({
  name: '受理',
  command: command('accept', () => ({
    procedure: z.enum(PROCEDURES).optional(),
    /** 履行期限另有规定的: the rule in words. The general limits of a request for performance then do not run. */
    ownPeriod: Words.optional(),
    /** The same as a period from the receipt, or its end: then it is chased too. */
    ownLimit: limitSchema().optional(),
  })),
  /** Facts of the releases before 2026-12 name no procedure. */
  fact: fact('accepted', () => ({
    procedure: z.enum(PROCEDURES).optional(),
    ownPeriod: z.string().optional(),
    limits: limitsSchema().optional(),
  })),
  from: ['registered'],
  by: () => 'either',
  power: 'triage',
  decide({ procedure: suggested, classification }, { procedure = suggested, ...own }) {
    const limits = ownLimits(own);
    if (typeof limits === 'string') return notAllowed(limits);
    return [{ procedure: procedure ?? procedureOf(classification), ownPeriod: own.ownPeriod, limits }];
  },
  evolve: (state, { procedure = state.procedure, ownPeriod, limits }) => ({
    ...state,
    status: 'accepted',
    procedure,
    ownPeriod,
    limits: withLimits(state.limits, limits),
  }),
});
