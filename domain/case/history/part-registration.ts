import type { Registration } from '../acts/register.ts';
import type { Case } from '../case.ts';
import type { EventOf } from '../events.ts';
import { PART_CLOCK, type SplitPart } from '../handling/splitting.ts';

/** What opens the case of a part: its matter, its lead and its clock; all else as the whole has it. */
export function registrationOf(
  part: SplitPart,
  whole: Case,
  { at, actor }: EventOf<'split'>,
  until: string,
): Registration {
  const { channel, flags, place, procedure, accused, classification } = whole;
  const { id, number, title, lead, assisting, ranges, until: ownEnd, ...about } = part;
  const why = `拆分自${whole.id}`;
  return {
    complaint: { receipt: id, channel, receivedAt: at, flags },
    title,
    classification: { ...about, lang: classification.lang, score: 1, trace: [why] },
    place,
    route: { lead, assisting, rule: 'split', trace: [why] },
    procedure: procedure && { procedure, why: '同整件' },
    accused: accused?.map((organ) => ({ organ, why: [`整件${whole.id}中的被反映单位`] })),
    limits: { [PART_CLOCK]: { limit: { until: ownEnd } } },
    partOf: { whole: whole.id, number, ranges, until },
    assignedBy: actor.kind === 'staff' ? actor.organ : undefined,
  };
}
