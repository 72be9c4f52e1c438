import type { IncidentPart, Lexicon, TermList } from './lexicon.ts';
import { addIncidentSlips } from './slips.ts';
import { termsOf } from './term-lists.ts';

export const SENTENCE_ENDS = '。 ! ? ; \n';
const CLAUSE_ENDS = ', 、 : …';

/** What each term tells of incidents, in every spelling. */
export function incidentPartsOf(lexicon: Lexicon): Map<string, IncidentPart[]> {
  const lists: Partial<Record<IncidentPart, TermList>> = {
    ...lexicon.incidents,
    ...{ denied: lexicon.negators, 'clause-end': CLAUSE_ENDS, 'sentence-end': SENTENCE_ENDS },
  };
  const partsByTerm = new Map<string, IncidentPart[]>();
  for (const [part, list] of Object.entries(lists) as [IncidentPart, TermList][]) {
    for (const term of termsOf(list, lexicon)) partsByTerm.set(term, [...(partsByTerm.get(term) ?? []), part]);
  }
  addIncidentSlips(partsByTerm, lexicon.slips);
  return partsByTerm;
}
