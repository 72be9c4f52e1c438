import { compileFolding } from '../text/folding.ts';
import type { TermIndex } from '../text/terms.ts';
import type { IncidentTerm, Lexicon } from './lexicon.ts';
import { openIncidents, spellOut } from './spelled-out.ts';

/** The terms that tell of incidents, ready for use. Prepare them once: that costs some milliseconds. */
export function incidentTermsOf(lexicon: Lexicon): TermIndex<IncidentTerm> {
  const { incidents } = lexicon.spelledOut ?? spellOut(lexicon);
  return openIncidents(incidents, compileFolding(lexicon.characters));
}
