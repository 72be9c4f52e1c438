import { compileFolding } from '../text/folding.ts';
import { compileTerms, type TermIndex } from '../text/terms.ts';
import type { IncidentPart, IncidentTerm, Lexicon, TermList } from './lexicon.ts';
import { termsOf } from './term-lists.ts';

export const SENTENCE_ENDS = '。 ! ? ; \n';
const CLAUSE_ENDS = ', 、 : …';

/** The terms that tell of incidents, ready for use. Prepare them once: that costs some milliseconds. */
export function incidentTermsOf(lexicon: Lexicon): TermIndex<IncidentTerm> {
  const lists: Partial<Record<IncidentPart, TermList>> = {
    ...lexicon.incidents,
    ...{ denied: lexicon.negators, 'clause-end': CLAUSE_ENDS, 'sentence-end': SENTENCE_ENDS },
  };
  const partsByTerm = new Map<string, Set<IncidentPart>>();
  for (const [part, list] of Object.entries(lists) as [IncidentPart, TermList][]) {
    for (const term of termsOf(list, lexicon)) partsByTerm.set(term, (partsByTerm.get(term) ?? new Set()).add(part));
  }
  const terms = [...partsByTerm].map(([term, parts]) => [term, { term, parts }] as const);
  return compileTerms(terms, compileFolding(lexicon.characters));
}
