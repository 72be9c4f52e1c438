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

/**
 * The share of pieces that two texts have in common (Jaccard), estimated; off by some 0.06 either way. Of an empty
 * text: 0.
 */
export function likenessOf(one: string, other: string): number {
  let filled = 0;
  let same = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    if (one[bin] === EMPTY && other[bin] === EMPTY) continue;
    filled += 1;
    if (one[bin] === other[bin]) same += 1;
  }
  if (filled === 0) return 0;
  return Math.max(0, (same / filled - CHANCE) / (1 - CHANCE));
}
