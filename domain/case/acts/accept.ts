import * as z from 'zod';
import { PROCEDURES } from '../../procedure/procedures.ts';
import { procedureOf } from '../../procedure/suggest-procedure.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';

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
  })),
  /** Facts of the releases before 2026-12 name no procedure. */
  fact: fact('accepted', () => ({ procedure: z.enum(PROCEDURES).optional(), ownPeriod: z.string().optional() })),
  from: ['registered'],
  by: () => 'either',
  power: 'triage',
  decide: ({ procedure: suggested, classification }, { procedure = suggested, ownPeriod }) => [
    { procedure: procedure ?? procedureOf(classification), ownPeriod },
  ],
  evolve: (state, { procedure = state.procedure, ownPeriod }) => ({
    ...state,
    status: 'accepted',
    procedure,
    ownPeriod,
  }),
});
