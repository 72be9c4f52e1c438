import { isShutOut, withoutAccused } from '../accused/recusal.ts';
import { isAbove, organNamed, type Roster } from '../organs.ts';
import type { Senders } from '../partners/partner.ts';
import type { Giver } from './act.ts';
import type { Actor } from './actor.ts';
import type { Case } from './case.ts';
import { maySettle } from './objection.ts';

/** Whether that actor is the one by whom a command may be given. */
export function mayGive(by: Giver, state: Case, actor: Actor, roster: Roster): boolean {
  if (actor.kind !== 'staff') return false;
  const lead = organNamed(state.lead, roster);
  const isLead = actor.organ === lead.id;
  const isSuperior = isAbove(actor.organ, lead.id, roster.organs) || (isLead && lead.superior === undefined);
  const isAssigner = maySettle(state, actor.organ, roster);
  const either = isLead || isSuperior;
  const assisting = state.assisting.includes(actor.organ);
  const given = { lead: isLead, superior: isSuperior, either, assigner: isAssigner, assisting };
  return by === 'involved' ? either || assisting : given[by];
}

/**
 * To whom a case may be given: to oneself or down one's own line; by the top of a line and the catch-all desk, to
 * anybody.
 */
export function mayAssign(actor: Actor, lead: string, { organs, catchAllOrgan }: Roster): boolean {
  if (actor.kind !== 'staff') return false;
  const { organ } = actor;
  const isFree = organ === catchAllOrgan || organs.get(organ)?.superior === undefined;
  return isFree || organ === lead || isAbove(organ, lead, organs);
}

/**
 * Who may see a case: those who handle it, assist, or decide on an objection, and those above them; never whoever it
 * accuses.
 */
export function maySee(state: Case, organ: string, roster: Roster): boolean {
  const fair = withoutAccused(roster, state.accused);
  const settling = state.objection ? [state.objection.to] : [];
  const involved = [organNamed(state.lead, fair).id, ...state.assisting, ...settling];
  return !isShutOut(organ, fair) && involved.some((id) => id === organ || isAbove(organ, id, fair.organs));
}

/** 回避: whether an organ must not even know of a case, because it is accused in it or stands below who is. */
export function isHiddenFrom(organ: string, { accused }: Pick<Case, 'accused'>, roster: Roster): boolean {
  return isShutOut(organ, withoutAccused(roster, accused));
}

/** The organs, and which of them hand complaints over. */
export interface SendingRoster extends Roster {
  readonly senders?: Senders | undefined;
}

/** The same of the partner that handed it over, where that is an organ of the roster. */
export function isHiddenFromSender(
  { order, accused }: Pick<Case, 'order' | 'accused'>,
  roster: SendingRoster,
): boolean {
  const organ = order && roster.senders?.get(order.partner)?.organ;
  return organ !== undefined && isHiddenFrom(organ, { accused }, roster);
}
