import { type FoldedText, type Folding, foldText } from './folding.ts';

interface Entry<T> {
  /** The term, folded. */
  readonly term: string;
  readonly value: T;
}

/** Terms ready for searching. Prepared once; a search costs about one table look-up per character. */
export interface TermIndex<T> {
  readonly folding: Folding;
  /** Small numbers for the units that terms begin with or go on with; 0 for all others. */
  readonly numbers: Uint16Array;
  /** 1 where a term may begin with two such units, by their key's last bits: most places of a text need no look-up. */
  readonly starts: Uint8Array;
  /** Terms by their first two units, longest first. */
  readonly byStart: ReadonlyMap<number, readonly Entry<T>[]>;
}

export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

// Two numbers make one key; 12 bits leave room for 4 095 different units.
const UNIT_BITS = 12;
const STARTS = 1 << 18;

/** A term that is given twice keeps its first value. */
export function compileTerms<T>(terms: Iterable<readonly [string, T]>, folding: Folding): TermIndex<T> {
  const numbers = new Uint16Array(0x10000);
  const starts = new Uint8Array(STARTS);
  const byStart = new Map<number, Entry<T>[]>();
  let used = 0;
  const numberOf = (unit: number): number => {
    if (Number.isNaN(unit)) return 0;
    if (numbers[unit] === 0) numbers[unit] = ++used;
    return numbers[unit]!;
  };
  for (const [written, value] of terms) {
    const term = foldTerm(written, folding);
    const key = keyOf(numberOf(term.charCodeAt(0)), numberOf(term.charCodeAt(1)));
    starts[startOf(key)] = 1;
    const entries = byStart.get(key);
    if (entries) entries.push({ term, value });
    else byStart.set(key, [{ term, value }]);
  }
  if (used >= 1 << UNIT_BITS) throw new RangeError(`too many different characters in the terms: ${used}`);
  for (const entries of byStart.values()) entries.sort((a, b) => b.term.length - a.term.length);
  return { folding, numbers, starts, byStart };
}

/** Nearly all terms are written as they fold. */
function foldTerm(written: string, folding: Folding): string {
  for (let i = 0; i < written.length; i += 1) {
    if (folding[written.charCodeAt(i)] !== written.charCodeAt(i))
      return String.fromCharCode(...foldText(written, folding));
  }
  return written;
}

/** The terms of a text from left to right, the longest at each place, none overlapping another. */
export function findTerms<T>(text: string, index: TermIndex<T>): Found<T>[] {
  const folded = foldText(text, index.folding);
  const found: Found<T>[] = [];
  for (let start = 0; start < folded.length; ) {
    const entry = longestAt(folded, start, index);
    const end = start + (entry?.term.length ?? 1);
    if (entry) found.push({ value: entry.value, start, end });
    start = end;
  }
  return found;
}

function longestAt<T>(text: FoldedText, start: number, index: TermIndex<T>): Entry<T> | undefined {
  const { numbers } = index;
  const first = numbers[text[start]!]!;
  if (first === 0) return undefined;
  const second = start + 1 < text.length ? numbers[text[start + 1]!]! : 0;
  if (second !== 0) {
    for (const entry of startingAt(keyOf(first, second), index)) if (standsAt(entry.term, text, start)) return entry;
  }
  return startingAt(keyOf(first, 0), index)[0];
}

const NONE: readonly never[] = [];

function startingAt<T>(key: number, { starts, byStart }: TermIndex<T>): readonly Entry<T>[] {
  return starts[startOf(key)] === 0 ? NONE : (byStart.get(key) ?? NONE);
}

/** The first two units are known to be the same. */
function standsAt(term: string, text: FoldedText, start: number): boolean {
  if (start + term.length > text.length) return false;
  for (let i = 2; i < term.length; i += 1) if (term.charCodeAt(i) !== text[start + i]) return false;
  return true;
}

function keyOf(first: number, second: number): number {
  return (first << UNIT_BITS) | second;
}

function startOf(key: number): number {
  return (key ^ (key >> 11)) & (STARTS - 1);
}
