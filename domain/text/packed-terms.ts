import { type Folding, foldText } from './folding.ts';

/**
 * Terms as a bundle carries them: in groups by their first two units, so that a start has only to see where each group
 * begins. No term has white space in it, but a line end is a term.
 */
export interface PackedTerms {
  /** The first two units of each group, folded; a blank for the second of a term of one unit. */
  readonly starts: string;
  /** Groups parted by tabs; terms parted by blanks, the longest first, each behind the number of what it tells. */
  readonly groups: string;
}

/** Terms with the number of what each tells. */
export interface PackedTold<Told> {
  readonly told: readonly (readonly Told[])[];
  readonly packed: PackedTerms;
}

/** In place of a second unit. */
export const NO_UNIT = 0x20;
export const UNIT_BITS = 16;
const NUMBER_END = ':';

/** A term that is given twice, in whatever spelling that folds to the same, keeps its first number. */
export function packTerms(terms: Iterable<readonly [string, number]>, folding: Folding): PackedTerms {
  const groups = new Map<string, Map<string, string>>();
  for (const [term, told] of terms) {
    const folded = String.fromCharCode(...foldText(term, folding));
    const start = folded.slice(0, 2).padEnd(2, ' ');
    const group = groups.get(start) ?? new Map<string, string>();
    if (!group.has(folded)) group.set(folded, `${told}${NUMBER_END}${term}`);
    groups.set(start, group);
  }
  const written = [...groups.values()].map((group) =>
    [...group]
      .toSorted(([one], [other]) => other.length - one.length)
      .map(([, entry]) => entry)
      .join(' '),
  );
  return { starts: [...groups.keys()].join(''), groups: written.join('\t') };
}

/** The same of terms with what they tell; what tells the same is carried once. */
export function packTold<Told>(toldByTerm: ReadonlyMap<string, readonly Told[]>, folding: Folding): PackedTold<Told> {
  const told: (readonly Told[])[] = [];
  const numbers = new Map<string, number>();
  const numbered = [...toldByTerm].map(([term, what]) => {
    const key = JSON.stringify(what);
    if (!numbers.has(key)) numbers.set(key, told.push(what) - 1);
    return [term, numbers.get(key)!] as const;
  });
  return { told, packed: packTerms(numbered, folding) };
}

/** Both units of each start as one number. */
export function startsIn({ starts }: PackedTerms): Int32Array {
  const keys = new Int32Array(starts.length / 2);
  for (let at = 0; at < keys.length; at += 1)
    keys[at] = keyOf(starts.charCodeAt(at * 2), starts.charCodeAt(at * 2 + 1));
  return keys;
}

/** Two units as one number of 32 bits, which may be below 0. */
export const keyOf = (first: number, second: number): number => (first << UNIT_BITS) | second;

/** The terms of a group, each with the number of what it tells; none of a group that is not there. */
export function readGroup(group: string | undefined): (readonly [term: string, told: number])[] {
  return (group?.split(' ') ?? []).map((entry) => {
    const at = entry.indexOf(NUMBER_END);
    return [entry.slice(at + 1), Number(entry.slice(0, at))] as const;
  });
}
