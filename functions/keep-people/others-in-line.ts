import type { Staff } from '../../domain/case/people/actor.ts';
import { byDivision, type Organ, type Organs } from '../../domain/organs.ts';
import { maySeePeople } from '../../domain/roster/people.ts';

/** Organs whose people somebody may see beside these: their own line, by division. */
export const othersInLine = (staff: Staff, shown: string, organs: Organs): readonly Organ[] =>
  [...organs.values()].filter(({ id }) => id !== shown && maySeePeople(staff, id, organs)).toSorted(byDivision);
