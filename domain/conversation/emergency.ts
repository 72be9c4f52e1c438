import type { Circumstance, TermList } from '../classification/lexicon.ts';

/** What together may be an emergency: the circumstances of domain/classification/urgency.ts, whichever subtype. */
const SIGNS: readonly (readonly Circumstance[])[] = [
  ['accident'],
  ['fish-kill'],
  ['drinking-water'],
  ['many-people', 'illness'],
  ['pupils', 'illness'],
];

/**
 * Whether words may tell of an emergency, so that nobody should wait for more of them. Coarser than the classification,
 * which decides in the end: it knows no negation and no subtypes, for what is submitted too early costs nobody
 * anything, and what follows is added to it.
 */
export function emergencySigns(circumstances: Readonly<Record<Circumstance, TermList>>): (text: string) => boolean {
  const signs = SIGNS.map((together) => together.map((one) => circumstances[one].split(' ')));
  return (text) => {
    const plain = text.normalize('NFKC').replace(/\s/gu, '');
    return signs.some((together) => together.every((terms) => terms.some((term) => plain.includes(term))));
  };
}
