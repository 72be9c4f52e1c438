import { compileFolding } from '../text/folding.ts';
import { openTerms, type TermIndex } from '../text/term-index.ts';
import type { IncidentTerm, Lexicon } from './lexicon.ts';
import { incidentsToFind, spellOut } from './spelled-out.ts';

/** The terms that tell of incidents, ready for use. Prepare them once: that costs some milliseconds. */
export function incidentTermsOf(lexicon: Lexicon): TermIndex<readonly [IncidentTerm]> {
  return openTerms([incidentsToFind(lexicon.spelledOut ?? spellOut(lexicon))], compileFolding(lexicon.characters));
}
