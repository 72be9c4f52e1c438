import { isShutOut, withoutAccused } from '../../accused/recusal.ts';
import { isAbove, type Roster } from '../../organs.ts';
import type { Senders } from '../../partners/partner.ts';
import type { Case } from '../case.ts';
import { isEmergency } from '../handling/incident.ts';
import type { Actor, Staff } from '../people/actor.ts';
import { type Relation, relationsOf } from './relations.ts';
import { hasPower, type Power } from './rights.ts';

/**
 * Which organ may give a command: the lead, one above it, or either; whoever assigned the case to the lead; one that
 * assists; or any that has it, as lead or assisting (`holder`), or that works on it, `involved`. The top of a line stands
 * above itself. Who within that organ may is said by the act's power.
 */
export type Giver = 'lead' | 'superior' | 'either' | 'assigner' | 'assisting' | 'holder' | 'involved';

/** The organs by which a command may be given. */
export const GIVERS: Readonly<Record<Giver, readonly Relation[]>> = {
  lead: ['own'],
  superior: ['above'],
  either: ['own', 'above'],
  assigner: ['assigner'],
  assisting: ['assisting'],
  holder: ['own', 'assisting'],
  involved: ['own', 'above', 'assisting'],
};

export type Standing = 'may' | 'not-yours' | 'not-your-role';

/** Whether that actor is the one by whom a command may be given: first their organ counts, then their role in it. */
export function standingOf(
  { by, power }: { readonly by: Giver; readonly power: Power },
  state: Case,
  actor: Actor,
  roster: Roster,
): Standing {
  if (actor.kind !== 'staff') return 'not-yours';
  const relations = relationsOf(state, actor.organ, roster).filter((relation) => GIVERS[by].includes(relation));
  if (relations.length === 0) return 'not-yours';
  return hasPower(power, actor.role, relations, isEmergency(state)) ? 'may' : 'not-your-role';
}

/** The same of somebody who only looks: with one of these powers, whoever takes part in the case by their organ. */
export function sightOf(power: 'see' | 'words', state: Case, { organ, role }: Onlooker, roster: Roster): Standing {
  const relations = relationsOf(state, organ, roster);
  if (!relations.some((relation) => TAKING_PART.includes(relation))) return 'not-yours';
  return hasPower(power, role, relations) ? 'may' : 'not-your-role';
}

type Onlooker = Pick<Staff, 'organ' | 'role'>;

const TAKING_PART: readonly Relation[] = ['own', 'above', 'assigner', 'assisting', 'overseeing', 'province'];

/**
 * Who may see a case: those who handle it, assist, or decide on an objection, and those above them, where their role may
 * look; never whoever it accuses.
 */
export const maySee = (state: Case, onlooker: Onlooker, roster: Roster): boolean =>
  sightOf('see', state, onlooker, roster) === 'may';

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
