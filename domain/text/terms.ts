import type { Folding } from './folding.ts';
import { keyOf, NO_UNIT } from './packed-terms.ts';
import { type Entry, type Group, groupOf, isSet, mayBegin, type TermIndex } from './term-index.ts';

export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** The terms of a text from left to right, the longest at each place, none overlapping another. */
export const findTerms = <T>(text: string, index: TermIndex<readonly [T]>): Found<T>[] => findInLists(text, index)[0];

/** The same for each list by itself, in one pass. The text is folded as it is read, unit by unit. */
export function findInLists<Lists extends readonly unknown[]>(
  text: string,
  index: TermIndex<Lists>,
): { [List in keyof Lists]: Found<Lists[List]>[] } {
  const found = index.lists.map((): Found<unknown>[] => []);
  const { folding, singles, begins } = index;
  let next = unitAt(0, text, folding);
  for (let start = 0; start < text.length; start += 1) {
    const first = next;
    next = unitAt(start + 1, text, folding);
    const key = keyOf(first, next);
    if (mayBegin(key, begins)) takeAt(start, text, groupOf(key, index), folding, found);
    if (isSet(singles, first)) takeAt(start, text, groupOf(keyOf(first, NO_UNIT), index), folding, found);
  }
  return found as { [List in keyof Lists]: Found<Lists[List]>[] };
}

const unitAt = (at: number, text: string, folding: Folding): number =>
  at < text.length ? folding[text.charCodeAt(at)]! : NO_UNIT;

/** Each list that stands in no term takes its longest that stands here. */
function takeAt(
  start: number,
  text: string,
  group: Group<readonly unknown[]> | undefined,
  folding: Folding,
  found: readonly Found<unknown>[][],
): void {
  if (!group) return;
  const longer = group.longer.size === 0 ? undefined : group.longer.get(unitAt(start + 2, text, folding));
  if (longer) for (const entry of longer) if (standsAt(start, text, entry.term, folding)) take(entry, start, found);
  for (const entry of group.whole) take(entry, start, found);
}

function take({ term, values }: Entry<readonly unknown[]>, start: number, found: readonly Found<unknown>[][]): void {
  for (let list = 0; list < found.length; list += 1) {
    const value = values[list];
    if (value === undefined) continue;
    const own = found[list]!;
    const isFree = own.length === 0 || own[own.length - 1]!.end <= start;
    if (isFree) own.push({ value, start, end: start + term.length });
  }
}

/** The first three units are known to be the same. */
function standsAt(start: number, text: string, term: string, folding: Folding): boolean {
  if (start + term.length > text.length) return false;
  for (let i = 3; i < term.length; i += 1) if (term.charCodeAt(i) !== folding[text.charCodeAt(start + i)]) return false;
  return true;
}
