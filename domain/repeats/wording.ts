import { type HashKey, keyedHash } from './keyed-hash.ts';

const BINS = 64;
const SHINGLE = 3;
/** Longer texts are compared by their beginning. */
const READ_UNITS = 6000;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const EMPTY = '.';
/** Two values of 64 are the same by chance this often. */
const CHANCE = 1 / DIGITS.length;

/**
 * How a text is worded, in 64 characters: a one-permutation MinHash of its three-character pieces, six bits a bin. It
 * tells how much two texts have in common and nothing else.
 */
export function wordingOf(folded: string, key: HashKey): string {
  const text = folded.slice(0, READ_UNITS).replace(/[^\p{L}\p{N}]+/gu, '');
  const least = new Float64Array(BINS).fill(Number.POSITIVE_INFINITY);
  for (let start = 0; start + SHINGLE <= text.length; start += 1) {
    const hash = keyedHash(text, start, start + SHINGLE, key);
    const bin = hash & (BINS - 1);
    if (hash < least[bin]!) least[bin] = hash;
  }
  return Array.from(least, (hash) => (hash === Number.POSITIVE_INFINITY ? EMPTY : DIGITS[(hash >>> 6) & 63])).join('');
}

/** How much of their wording two texts have in common. Both shares are estimates; of an empty text they are 0. */
export interface WordingShared {
  /** Of the pieces of both together (Jaccard); off by some 0.06 either way. */
  readonly likeness: number;
  /** Of the pieces of the one that says less: near 1 where a few words stand whole in the other text. */
  readonly contained: number;
  /** Neither has more than some ninety characters: who writes so few names one place and one matter. */
  readonly areBrief: boolean;
}

/** Bins that a text of so many characters fills. */
const BRIEF_BINS = 48;

export function wordingShared(one: string, other: string): WordingShared {
  let [inOne, inOther, inEither, same] = [0, 0, 0, 0];
  for (let bin = 0; bin < BINS; bin += 1) {
    const [isInOne, isInOther] = [one[bin] !== EMPTY, other[bin] !== EMPTY];
    inOne += Number(isInOne);
    inOther += Number(isInOther);
    inEither += Number(isInOne || isInOther);
    same += Number(isInOne && one[bin] === other[bin]);
  }
  return {
    likeness: beyondChance(same, inEither),
    contained: beyondChance(same, Math.min(inOne, inOther)),
    areBrief: Math.max(inOne, inOther) <= BRIEF_BINS,
  };
}

function beyondChance(same: number, of: number): number {
  return of === 0 ? 0 : Math.max(0, (same / of - CHANCE) / (1 - CHANCE));
}
