import * as z from 'zod';
import { limitSchema, limitsSchema, withLimits } from '../../clocks/set-limit.ts';
import { holders } from '../../routing/route.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Case, Suggestion } from '../case.ts';
import { assignedLimit } from '../clocks/assigned-limit.ts';
import { SuggestionSchema } from '../listed-schema.ts';
import { organOf } from '../people/actor.ts';
import {
  NamedPerson,
  NOT_OF_THIS_ORGAN,
  type Person,
  PersonSchema,
  personAt,
  withOfficer,
} from '../people/officers.ts';
import { mayAssign } from '../rights/authority.ts';
import { handedTo, isSameSet } from '../rights/holders.ts';

/** 交办: names the lead organ and those assisting it; the reason says why not as the rules suggested. */
export const assign = staffAct({
  name: '交办',
  command: command('assign', () => ({
    lead: Name,
    assisting: z.array(Name).max(10).readonly().default([]),
    /** 责任人 of the lead, where the giver knows whom to name. */
    officer: NamedPerson.optional(),
    reason: Words.optional(),
    /** By when the result is wanted. */
    limit: limitSchema().optional(),
  })),
  fact: fact('assigned', () => ({
    ...holders,
    officer: PersonSchema.optional(),
    /** Who had it until then. Events of the releases before 2026-12 do not say. */
    before: SuggestionSchema.optional(),
    /** What the rules had suggested, where people decided otherwise. */
    overrules: SuggestionSchema.optional(),
    reason: z.string().optional(),
    /** Who decides on an objection of the lead. Events of the releases before 2026-12 do not say. */
    assignedBy: z.string().optional(),
    limits: limitsSchema().optional(),
  })),
  from: ['registered', 'accepted', 'assigned'],
  by: () => 'either',
  power: 'assign',

  decide(state, { lead, reason, limit, officer: named, ...asked }, context) {
    const assisting = [...new Set(asked.assisting)].filter((id) => id !== lead);
    const isUnknown = [lead, ...assisting].some((id) => !context.organs.has(id));
    if (isUnknown) return notAllowed('没有这个责任单位，请核对主办、协办单位的代码');
    if (!mayAssign(context.actor, lead, context))
      return notAllowed('只能交办本单位或下级单位，其他单位请提出异议或请上级交办');
    const officer = named && personAt(lead, named, context.organs);
    if (named && !officer) return notAllowed(NOT_OF_THIS_ORGAN);
    const assignedBy = organOf(context.actor);
    const limits = limit && assignedLimit(state, lead, limit, context);
    if (typeof limits === 'string') return notAllowed(limits);
    const before = { lead: state.lead, assisting: state.assisting };
    const overrules = overruled(state, lead, assisting);
    return [{ lead, assisting, officer, before, overrules, reason, assignedBy, limits }];
  },

  /**
   * A case that is only registered may be passed on before anyone accepts it: it stays registered, so that the
   * complainant is still told.
   */
  evolve: (state, event) => ({
    ...withNamed(handedTo(state, event), event),
    assignedBy: event.lead === state.lead ? state.assignedBy : event.assignedBy,
    limits: withLimits(state.limits, event.limits),
    status: state.status === 'registered' ? 'registered' : 'assigned',
  }),
});

function withNamed(state: Case, { lead, officer }: { lead: string; officer?: Person | undefined }): Case {
  return officer ? withOfficer(state, { organ: lead, ...officer }) : state;
}

/** The suggestion, where the organs chosen now are not those it named. */
function overruled(
  { lead: current, assisting: helping, suggested = { lead: current, assisting: helping } }: Case,
  lead: string,
  assisting: readonly string[],
): Suggestion | undefined {
  return suggested.lead === lead && isSameSet(suggested.assisting, assisting) ? undefined : suggested;
}
