import { incidentIn } from '../classification/incident.ts';
import { incidentTermsOf } from '../classification/incident-terms.ts';
import type { IncidentPart, Lexicon } from '../classification/lexicon.ts';
import { SEVERAL_PEOPLE } from '../classification/people.ts';
import { findTerms } from '../text/terms.ts';

/** What together may be an emergency, near each other or not. */
const SIGNS: readonly (readonly IncidentPart[])[] = [['dead-fish'], ['some-dead-fish'], ['dumping', 'drinking-water']];

/**
 * Whether words may tell of an emergency, so that nobody should wait for more of them. Coarser than the classification,
 * which decides in the end: what is submitted too early costs nobody anything, and what follows is added to it. Prepare
 * it once.
 */
export function emergencySigns(lexicon: Lexicon): (text: string) => boolean {
  const incidents = incidentTermsOf(lexicon);
  return (text) => {
    const found = findTerms(text, incidents);
    const told = new Set(found.flatMap(({ value }) => [...value.parts]));
    const severalAreIll = (told.has('acute') || told.has('mild')) && SEVERAL_PEOPLE.test(text);
    const isTold = severalAreIll || SIGNS.some((together) => together.every((part) => told.has(part)));
    return isTold || incidentIn(text, found) !== undefined;
  };
}
