import * as z from 'zod';
import { type Policies, ruleOf } from '../../clocks/policy.ts';
import { limitSchema, limitsSchema, withLimits } from '../../clocks/set-limit.ts';
import { PROCEDURES } from '../../procedure/procedures.ts';
import { procedureOf } from '../../procedure/suggest-procedure.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import { openedAgain } from '../case.ts';
import { ownLimits } from '../clocks/own-period.ts';

/**
 * 重新办理: a case that has ended is handled again, asked for or not. The complainant is owed an answer once more, within
 * the period of handling, under the rules that the case began with. No rule that was read gives reopening a period of
 * its own. Unasked it is for the level above: no organ gives itself a new period. What was never taken up is taken up
 * with it, by one of the procedures.
 */
export const reopen = staffAct({
  name: '重新办理',
  command: command('reopen', () => ({
    reason: Words,
    /** As with `accept`; of a case that had been taken up before, they stay as they are. */
    procedure: z.enum(PROCEDURES).optional(),
    ownPeriod: Words.optional(),
    ownLimit: limitSchema().optional(),
  })),
  fact: fact('reopened', () => ({
    reason: z.string(),
    /** By which the case is taken up for the first time; absent where it had been before. */
    procedure: z.enum(PROCEDURES).optional(),
    ownPeriod: z.string().optional(),
    limits: limitsSchema().optional(),
  })),
  from: ['closed', 'declined', 'transferred'],
  by: ({ inspection, reopeningAsked }) => (inspection === undefined && reopeningAsked ? 'either' : 'superior'),
  power: ({ inspection, reopeningAsked }) => (inspection === undefined && reopeningAsked ? 'approve' : 'supervise'),
  obstacle: ({ partOf }) => (partOf ? '本件是拆分件，请对整件重新办理' : undefined),

  decide(state, { reason, procedure, ...own }, { policies }) {
    if (!wasTakenUp(state, policies)) {
      const { procedure: suggested = procedureOf(state.classification) } = state;
      const limits = ownLimits(own);
      if (typeof limits === 'string') return notAllowed(limits);
      return [{ reason, procedure: procedure ?? suggested, ownPeriod: own.ownPeriod, limits }];
    }
    const isChanged = [procedure, own.ownPeriod, own.ownLimit].some((one) => one !== undefined);
    return isChanged ? notAllowed('本件已经受理过，重新办理不改办理途径和期限') : [{ reason }];
  },

  evolve: (state, { procedure = state.procedure, ownPeriod = state.ownPeriod, limits }) => ({
    ...openedAgain(state),
    procedure,
    ownPeriod,
    limits: withLimits(state.limits, limits),
  }),
});

/** A clock that begins with 受理 has run. */
export const wasTakenUp = ({ clocks }: Case, policies: Policies): boolean =>
  clocks.some((clock) => ruleOf(clock, policies)?.startsOn.includes('accepted'));
