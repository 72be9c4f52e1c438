import { isAbove, organNamed, type Roster } from '../../organs.ts';
import type { Case } from '../case.ts';

/**
 * 转送、交办机关: who gave the case to its lead, and so decides on the lead's objection; the catch-all desk where the
 * rules did.
 */
function assignerOf({ lead, assignedBy }: Case, roster: Roster): string {
  const isOther = assignedBy !== undefined && assignedBy !== lead;
  return isOther ? organNamed(assignedBy, roster).id : roster.catchAllOrgan;
}

/**
 * Who decides on the next objection of the lead: whoever assigned the case; where another organ has given it back
 * before, the nearest that stands above both, so that a case does not go round.
 */
export function objectionDecider(state: Case, roster: Roster): string {
  const others = (state.returnedBy ?? []).filter((id) => id !== state.lead);
  if (others.length === 0) return assignerOf(state, roster);
  const isAboveAll = (id: string) => others.every((other) => isAbove(id, other, roster.organs));
  return lineAbove(state.lead, roster).find(isAboveAll) ?? assignerOf(state, roster);
}

function lineAbove(id: string, roster: Roster): readonly string[] {
  const next = roster.organs.get(id)?.superior;
  return next === undefined ? [] : [next, ...lineAbove(next, roster)];
}

/** Who may decide on an objection: the organ that it waits for, or would, and those above that one. */
export function mayDecideObjection(state: Case, organ: string, roster: Roster): boolean {
  const settler = organNamed(state.objection?.to ?? objectionDecider(state, roster), roster).id;
  return organ === settler || isAbove(organ, settler, roster.organs);
}

/** What stands in the way of deciding on an objection. */
export const obstacleToSettling = ({ objection }: Case): string | undefined =>
  objection ? undefined : '没有待答复的异议';
