import { type Part, partsOf } from '../text/parts.ts';
import type { ClassifiedPart } from './classification.ts';
import { conclude } from './conclude.ts';
import { evidenceOf } from './evidence.ts';
import { incidentIn } from './incident.ts';
import { incidentsWithin, type Reading } from './reading.ts';
import type { ClassificationRules } from './rules.ts';

/**
 * The parts of a complaint, each classified by its own words; a source that it does not name is looked for in what
 * introduces all parts, then in the parts before. What goes on without a number and without a sign ("另外，希望尽快处理")
 * belongs to the part before. The first `headingLength` characters are no part, and places are counted from there.
 */
export function classifyParts(
  reading: Reading,
  headingLength: number,
  rules: ClassificationRules,
): readonly ClassifiedPart[] {
  const parts = partsOf(reading.text.slice(headingLength));
  const introductionEnd = headingLength + (parts[0]?.start ?? 0);
  const classified: ClassifiedPart[] = [];
  for (const part of parts) {
    const stretch = { start: part.start + headingLength, end: part.end + headingLength, introductionEnd };
    const evidence = evidenceOf(reading.mentions, rules.taxonomy, stretch);
    const words = reading.text.slice(stretch.start, stretch.end);
    const incident = incidentIn(words, incidentsWithin(reading, stretch.start, stretch.end), rules.model);
    const { types, subtypes, matter, urgency } = conclude(evidence, part.end - part.start, rules, incident);
    if (matter !== 'unknown' || part.numbered) {
      classified.push({ start: part.start, end: part.end, types, subtypes, matter, urgency });
    } else extendLast(classified, part);
  }
  return classified;
}

function extendLast(classified: ClassifiedPart[], { end }: Part): void {
  const last = classified.pop();
  if (last) classified.push({ ...last, end });
}
