import { type FoldedText, type Folding, foldText } from './folding.ts';
import { NO_UNIT, type PackedTerms, packTerms, readGroup, startsIn } from './packed-terms.ts';

interface Entry<T> {
  /** The term, folded. */
  readonly term: string;
  readonly value: T;
}

/**
 * Terms ready for searching. Terms are grouped by their first two units; a group is read when a text first asks for it,
 * for a start must not wait for thousands that no text names.
 */
export interface TermIndex<T> {
  readonly folding: Folding;
  /** Whether a term of one unit, or a longer one, begins with a unit: most units of a text need no further look. */
  readonly firsts: Uint8Array;
  /** Numbers of groups from 1, hashed by their first two units; 0 where there is none. */
  readonly slots: Uint16Array;
  /** The first two units of each group. */
  readonly keys: Uint32Array;
  readonly groups: string[];
  readonly read: (readonly Entry<T>[] | undefined)[];
  readonly tell: (term: string, told: number) => T;
}

export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

const [SINGLE, LONGER] = [1, 2];
/** Slots for each group: few enough meet. */
const ROOM = 4;
const UNIT_BITS = 16;
/** Spreads keys over slots (Knuth). */
const SPREAD = 0x9e3779b1;
const KEY_BITS = 32;

/** A term that is given twice keeps its first value. */
export function compileTerms<T>(terms: Iterable<readonly [string, T]>, folding: Folding): TermIndex<T> {
  const values: T[] = [];
  const numbers = new Map<T, number>();
  const numbered = Array.from(terms, ([term, value]) => {
    if (!numbers.has(value)) numbers.set(value, values.push(value) - 1);
    return [term, numbers.get(value)!] as const;
  });
  return openTerms(packTerms(numbered, folding), folding, (_, told) => values[told]!);
}

/** The same from terms that were packed before; `tell` is asked for each when a text first comes near it. */
export function openTerms<T>(packed: PackedTerms, folding: Folding, tell: TermIndex<T>['tell']): TermIndex<T> {
  const keys = startsIn(packed);
  const groups = packed.groups === '' ? [] : packed.groups.split('\t');
  const bits = Math.ceil(Math.log2(groups.length * ROOM + 2));
  const [slots, firsts] = [new Uint16Array(1 << bits), new Uint8Array(0x10000)];
  for (const [at, key] of keys.entries()) {
    firsts[key >>> UNIT_BITS]! |= (key & 0xffff) === NO_UNIT ? SINGLE : LONGER;
    let slot = slotOf(key, bits);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = at + 1;
  }
  return { folding, firsts, slots, keys, groups, read: [], tell };
}

/** All terms with their values, in no order. */
export function entriesOf<T>(index: TermIndex<T>): readonly Entry<T>[] {
  return index.groups.flatMap((_, group) => entriesAt(group, index));
}

/** The terms of a text from left to right, the longest at each place, none overlapping another. */
export function findTerms<T>(text: string, index: TermIndex<T>): Found<T>[] {
  const folded = foldText(text, index.folding);
  const bits = Math.log2(index.slots.length);
  const found: Found<T>[] = [];
  for (let start = 0; start < folded.length; ) {
    const entry = index.firsts[folded[start]!] === 0 ? undefined : longestAt(folded, start, index, bits);
    const end = start + (entry?.term.length ?? 1);
    if (entry) found.push({ value: entry.value, start, end });
    start = end;
  }
  return found;
}

function longestAt<T>(text: FoldedText, start: number, index: TermIndex<T>, bits: number): Entry<T> | undefined {
  const first = text[start]!;
  const begins = index.firsts[first]!;
  if ((begins & LONGER!) !== 0 && start + 1 < text.length) {
    const group = groupAt(first * (1 << UNIT_BITS) + text[start + 1]!, index, bits);
    if (group >= 0) for (const entry of entriesAt(group, index)) if (standsAt(entry.term, text, start)) return entry;
  }
  if ((begins & SINGLE!) === 0) return undefined;
  return entriesAt(groupAt(first * (1 << UNIT_BITS) + NO_UNIT, index, bits), index)[0];
}

function groupAt<T>(key: number, { slots, keys }: TermIndex<T>, bits: number): number {
  for (let slot = slotOf(key, bits); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    if (keys[slots[slot]! - 1] === key) return slots[slot]! - 1;
  }
  return -1;
}

function entriesAt<T>(group: number, index: TermIndex<T>): readonly Entry<T>[] {
  const known = index.read[group];
  if (known) return known;
  const entries = readGroup(index.groups[group]!).map(([written, told]) => ({
    term: folded(written, index.folding),
    value: index.tell(written, told),
  }));
  index.read[group] = entries;
  return entries;
}

const folded = (written: string, folding: Folding): string => String.fromCharCode(...foldText(written, folding));

/** The first two units are known to be the same. */
function standsAt(term: string, text: FoldedText, start: number): boolean {
  if (start + term.length > text.length) return false;
  for (let i = 2; i < term.length; i += 1) if (term.charCodeAt(i) !== text[start + i]) return false;
  return true;
}

const slotOf = (key: number, bits: number): number => Math.imul(key, SPREAD) >>> (KEY_BITS - bits);
