import * as z from 'zod';
import type { Organ } from '../../organs.ts';
import { covers, type Division, finenessOf } from '../../place/division.ts';
import { PlaceSchema } from '../../place/place.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Context } from '../context.ts';

/**
 * 更正地点: a person says where the matter is. The fact names the organ of the lead's line of work there; like a corrected
 * matter it moves the case to nobody: that is `assign`.
 */
export const correctPlace = staffAct({
  name: '更正地点',
  command: command('correct-place', () => ({ division: z.string().regex(/^\d{6}$/), reason: Words })),
  fact: fact('place-corrected', () => ({
    before: PlaceSchema.optional(),
    after: PlaceSchema,
    /** Whose the place is; none where no organ of this line of work answers for it. */
    wouldLead: z.string().optional(),
    reason: z.string(),
  })),
  from: ['registered', 'accepted', 'assigned', 'reported', 'returned'],
  by: () => 'either',
  power: 'triage',

  /** The same correction again changes nothing. */
  decide({ place: before, lead }, { division, reason }, context) {
    const name = context.placeNameOf?.(division);
    if (!name) return notAllowed('没有这个行政区划，请核对代码');
    const isKnown = before?.division === division && !before.candidates?.length;
    if (isKnown) return [];
    return [{ before, after: { division, name }, wouldLead: organOf(division, lead, context)?.id, reason }];
  },

  evolve: (state, { after }) => ({ ...state, place: after }),
});

/** Of the organs of the same line of work that answer for the division, that of the finest area. */
function organOf(division: Division, lead: string, { organs }: Pick<Context, 'organs'>): Organ | undefined {
  const department = organs.get(lead)?.department;
  const answering = [...organs.values()].filter(
    (organ) => organ.department === department && covers(organ.division, division),
  );
  return answering.toSorted((a, b) => finenessOf(b.division) - finenessOf(a.division))[0];
}
