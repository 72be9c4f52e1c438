import type { Lexicon, TermList } from './lexicon.ts';

type Writing = Pick<Lexicon, 'slots' | 'spellings'>;

const SLOT = /\{([^{}]+)\}/;

/**
 * The terms of a list, each as it is and in its other spellings, with every filler of its slots. A slot that has no
 * fillers is a RangeError.
 */
export function termsOf(list: TermList, { slots, spellings }: Writing): Set<string> {
  const terms = new Set(list.split(' ').flatMap((term) => (term === '' ? [] : filled(term, slots))));
  for (const [usual, others] of Object.entries(spellings)) {
    for (const term of [...terms].filter((candidate) => candidate.includes(usual))) {
      for (const other of others.split(' ')) terms.add(term.replaceAll(usual, other));
    }
  }
  return terms;
}

function filled(term: string, slots: Lexicon['slots']): string[] {
  const slot = term.includes('{') ? SLOT.exec(term) : null;
  if (!slot) return [term];
  const fillers = slots[slot[1]!];
  if (fillers === undefined) throw new RangeError(`the term "${term}" has the unknown slot "${slot[1]}"`);
  return fillers.split(' ').flatMap((filler) => filled(term.replace(slot[0], filler), slots));
}
