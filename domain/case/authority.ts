import { isAbove, organNamed, type Roster } from '../organs.ts';
import type { Case, CaseStatus } from './case.ts';
import type { StaffCommand } from './commands.ts';
import type { Actor } from './events.ts';

interface Rule {
  /** The states in which the command makes sense. */
  readonly from: readonly CaseStatus[];
  /** Who may give it: the lead organ, an organ above it, or either. The top of a line stands above itself. */
  readonly by: 'lead' | 'superior' | 'either';
}

/** Who may do what, and when. */
export const RULES: Readonly<Record<StaffCommand['type'], Rule>> = {
  accept: { from: ['registered'], by: 'either' },
  decline: { from: ['registered'], by: 'either' },
  transfer: { from: ['registered', 'accepted', 'assigned'], by: 'either' },
  join: { from: ['registered', 'accepted', 'assigned'], by: 'either' },
  assign: { from: ['registered', 'accepted', 'assigned'], by: 'either' },
  reclassify: { from: ['registered', 'accepted', 'assigned', 'reported', 'returned'], by: 'either' },
  object: { from: ['registered', 'accepted', 'assigned'], by: 'lead' },
  extend: { from: ['accepted', 'assigned', 'reported', 'returned'], by: 'either' },
  report: { from: ['accepted', 'assigned', 'returned'], by: 'lead' },
  return: { from: ['reported'], by: 'superior' },
  close: { from: ['accepted', 'assigned', 'reported'], by: 'either' },
  reopen: { from: ['closed', 'declined', 'transferred'], by: 'either' },
  'decline-reopening': { from: ['closed', 'declined', 'transferred'], by: 'either' },
};

/** What was reported is closed by the level that reviews it; an inspection item is always reviewed (逐件审核), and so is a refusal to open it again. */
export function mayCommand(state: Case, type: StaffCommand['type'], actor: Actor, roster: Roster): boolean {
  if (actor.kind !== 'staff') return false;
  const lead = organNamed(state.lead, roster);
  const isLead = actor.organ === lead.id;
  const isSuperior = isAbove(actor.organ, lead.id, roster.organs) || (isLead && lead.superior === undefined);
  const by = isUnderReview(state, type) ? 'superior' : RULES[type].by;
  return { lead: isLead, superior: isSuperior, either: isLead || isSuperior }[by];
}

function isUnderReview({ inspection, status }: Case, type: StaffCommand['type']): boolean {
  if (type === 'decline-reopening') return inspection !== undefined;
  return type === 'close' && (inspection !== undefined || status === 'reported');
}

/** To whom a case may be given: to oneself or down one's own line; by the top of a line and the catch-all desk, to anybody. */
export function mayAssign(actor: Actor, lead: string, { organs, catchAllOrgan }: Roster): boolean {
  if (actor.kind !== 'staff') return false;
  const { organ } = actor;
  const isFree = organ === catchAllOrgan || organs.get(organ)?.superior === undefined;
  return isFree || organ === lead || isAbove(organ, lead, organs);
}

/** Who may see a case: those who handle it, those who assist, and those above them. */
export function maySee(state: Case, organ: string, roster: Roster): boolean {
  const involved = [organNamed(state.lead, roster).id, ...state.assisting];
  return involved.some((id) => id === organ || isAbove(organ, id, roster.organs));
}
