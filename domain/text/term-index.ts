import { type Folding, foldText } from './folding.ts';
import { NO_UNIT, type PackedTerms, packTerms, readGroup, startsIn, UNIT_BITS } from './packed-terms.ts';

/** Terms as they were packed, and what each tells; `tell` is asked when a text first comes near a term. */
export interface ToldTerms<T> {
  readonly packed: PackedTerms;
  readonly tell: (term: string, told: number) => T;
}

/** A term, folded, with what it tells in each list: nothing in one that has it not. */
export interface Entry<Lists extends readonly unknown[]> {
  readonly term: string;
  readonly values: { readonly [List in keyof Lists]: Lists[List] | undefined };
}

/** Small enough to stay beside the processor. */
type Bits = Int32Array;

/** Terms with the same first two units. */
export interface Group<Lists extends readonly unknown[]> {
  /** By the unit by which they go on, the longest first. */
  readonly longer: ReadonlyMap<number, readonly Entry<Lists>[]>;
  /** The term that ends with these units, if there is one. */
  readonly whole: readonly Entry<Lists>[];
}

/**
 * Lists of terms ready to be found in one pass over a text. Terms are grouped by their first two units; a group is read
 * when a text first asks for it, for a start must not wait for thousands that no text names.
 */
export interface TermIndex<Lists extends readonly unknown[]> {
  readonly folding: Folding;
  readonly lists: { readonly [List in keyof Lists]: ToldTerms<Lists[List]> };
  /** A bit for each unit that is a term by itself. */
  readonly singles: Bits;
  /** A bit for each hash of two units that begin a term: most of those in a text need no further look. */
  readonly begins: Bits;
  /** Numbers of groups from 1, hashed by their first two units; 0 where there is none. */
  readonly slots: Uint16Array;
  /** The first two units of each group. */
  readonly keys: Int32Array;
  /** By list, what it has in each group. */
  readonly groups: readonly string[][];
  readonly read: (Group<Lists> | undefined)[];
}

/** Slots for each group: few enough meet. */
const ROOM = 2;
/** Bits for each group: most pairs that begin no term meet none that does. */
const BITS_OF_ROOM = 16;
const WORD_BITS = 5;
/** Spreads keys over slots (Knuth). */
const SPREAD = 0x9e3779b1;
const KEY_BITS = 32;

/** A term that is given twice keeps its first value. */
export function compileTerms<T>(terms: Iterable<readonly [string, T]>, folding: Folding): TermIndex<readonly [T]> {
  const values: T[] = [];
  const numbers = new Map<T, number>();
  const numbered = Array.from(terms, ([term, value]) => {
    if (!numbers.has(value)) numbers.set(value, values.push(value) - 1);
    return [term, numbers.get(value)!] as const;
  });
  return openTerms([{ packed: packTerms(numbered, folding), tell: (_, told) => values[told]! }], folding);
}

/** The same from terms that were packed before, of one list or several. */
export function openTerms<const Lists extends readonly unknown[]>(
  lists: TermIndex<Lists>['lists'],
  folding: Folding,
): TermIndex<Lists> {
  const starts = lists.map(({ packed }) => startsIn(packed));
  const most = starts.reduce((sum, { length }) => sum + length, 0);
  const index: TermIndex<Lists> = {
    ...{ folding, lists, groups: lists.map(() => []), read: [] },
    ...{ singles: bitsFor(1 << UNIT_BITS), begins: bitsFor(most * BITS_OF_ROOM) },
    ...{ slots: new Uint16Array(1 << Math.ceil(Math.log2(most * ROOM + 2))), keys: new Int32Array(most) },
  };
  let groups = 0;
  for (const [list, { packed }] of lists.entries()) {
    const written = packed.groups.split('\t');
    for (const [at, key] of starts[list]!.entries()) {
      const slot = slotOf(key, index);
      if (index.slots[slot] === 0) {
        index.keys[groups] = key;
        index.slots[slot] = ++groups;
        noteBeginning(key, index);
      }
      index.groups[list]![index.slots[slot]! - 1] = written[at]!;
    }
  }
  return index;
}

/** All terms of the first list with their values, in no order. */
export function entriesOf<T>(index: TermIndex<readonly [T, ...unknown[]]>): readonly { term: string; value: T }[] {
  const numbers = Object.keys(index.groups[0]!).map(Number);
  const entries = numbers
    .map((number) => groupAt(number, index))
    .flatMap(({ longer, whole }) => [...[...longer.values()].flat(), ...whole]);
  return entries.flatMap(({ term, values: [value] }) => (value === undefined ? [] : [{ term, value }]));
}

/** The terms that begin with two units. */
export function groupOf<Lists extends readonly unknown[]>(
  key: number,
  index: TermIndex<Lists>,
): Group<Lists> | undefined {
  const number = index.slots[slotOf(key, index)]! - 1;
  return number < 0 ? undefined : groupAt(number, index);
}

function groupAt<Lists extends readonly unknown[]>(number: number, index: TermIndex<Lists>): Group<Lists> {
  const known = index.read[number];
  if (known) return known;
  const entries = entriesAt(number, index).toSorted((one, other) => other.term.length - one.term.length);
  const longer = entries.filter(({ term }) => term.length > 2);
  const group = {
    longer: Map.groupBy(longer, ({ term }) => term.charCodeAt(2)),
    whole: entries.slice(longer.length),
  };
  index.read[number] = group;
  return group;
}

function entriesAt<Lists extends readonly unknown[]>(group: number, index: TermIndex<Lists>): Entry<Lists>[] {
  const byTerm = new Map<string, unknown[]>();
  for (const [list, { tell }] of index.lists.entries()) {
    for (const [written, told] of readGroup(index.groups[list]![group])) {
      const term = String.fromCharCode(...foldText(written, index.folding));
      const values = byTerm.get(term) ?? index.lists.map(() => undefined);
      values[list] = tell(written, told);
      byTerm.set(term, values);
    }
  }
  return Array.from(byTerm, ([term, values]) => ({ term, values }) as Entry<Lists>);
}

/** Where the number of a group stands, or would stand. */
function slotOf(key: number, { slots, keys }: Pick<TermIndex<readonly unknown[]>, 'slots' | 'keys'>): number {
  let slot = hashOf(key, logOf(slots.length));
  while (slots[slot] !== 0 && keys[slots[slot]! - 1] !== key) slot = (slot + 1) & (slots.length - 1);
  return slot;
}

/** Whether a term may begin with two units. */
export const mayBegin = (key: number, begins: Bits): boolean => isSet(begins, pairOf(key, begins));

function noteBeginning(key: number, { singles, begins }: Pick<TermIndex<readonly unknown[]>, 'singles' | 'begins'>) {
  setBit(begins, pairOf(key, begins));
  if ((key & 0xffff) === NO_UNIT) setBit(singles, key >>> UNIT_BITS);
}

const bitsFor = (most: number): Bits => new Int32Array(1 << Math.max(0, Math.ceil(Math.log2(most)) - WORD_BITS));

export const isSet = (bits: Bits, at: number): boolean => (bits[at >>> WORD_BITS]! & (1 << at)) !== 0;

function setBit(bits: Bits, at: number): void {
  bits[at >>> WORD_BITS]! |= 1 << at;
}

const pairOf = (key: number, begins: Bits): number => hashOf(key, logOf(begins.length) + WORD_BITS);

/** Of a power of two. */
const logOf = (length: number): number => KEY_BITS - 1 - Math.clz32(length);

const hashOf = (key: number, bits: number): number => Math.imul(key, SPREAD) >>> (KEY_BITS - bits);
