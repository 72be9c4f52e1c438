import { type FoldedText, foldText } from './folding.ts';
import { NO_UNIT } from './packed-terms.ts';
import { type Entry, type Group, groupOf, isSet, keyOf, mayBegin, type TermIndex } from './term-index.ts';

export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** The terms of a text from left to right, the longest at each place, none overlapping another. */
export const findTerms = <T>(text: string, index: TermIndex<readonly [T]>): Found<T>[] => findInLists(text, index)[0];

/** The same for each list by itself, in one pass. */
export function findInLists<Lists extends readonly unknown[]>(
  text: string,
  index: TermIndex<Lists>,
): { [List in keyof Lists]: Found<Lists[List]>[] } {
  const folded = foldText(text, index.folding);
  const found = index.lists.map((): Found<unknown>[] => []);
  const { singles, begins } = index;
  for (let start = 0; start < folded.length; start += 1) {
    const first = folded[start]!;
    const key = keyOf(first, folded[start + 1] ?? NO_UNIT);
    if (mayBegin(key, begins)) takeAt(start, folded, groupOf(key, index), found);
    if (isSet(singles, first)) takeAt(start, folded, groupOf(keyOf(first, NO_UNIT), index), found);
  }
  return found as { [List in keyof Lists]: Found<Lists[List]>[] };
}

/** Each list that stands in no term takes its longest that stands here. */
function takeAt(
  start: number,
  text: FoldedText,
  group: Group<readonly unknown[]> | undefined,
  found: readonly Found<unknown>[][],
): void {
  if (!group) return;
  const longer = group.longer.size === 0 ? undefined : group.longer.get(text[start + 2]!);
  if (longer) for (const entry of longer) if (standsAt(entry.term, text, start)) take(entry, start, found);
  for (const entry of group.whole) take(entry, start, found);
}

function take({ term, values }: Entry<readonly unknown[]>, start: number, found: readonly Found<unknown>[][]): void {
  for (let list = 0; list < found.length; list += 1) {
    const value = values[list];
    const own = found[list]!;
    const isFree = own.length === 0 || own[own.length - 1]!.end <= start;
    if (value !== undefined && isFree) own.push({ value, start, end: start + term.length });
  }
}

/** The first three units are known to be the same. */
function standsAt(term: string, text: FoldedText, start: number): boolean {
  if (start + term.length > text.length) return false;
  for (let i = 3; i < term.length; i += 1) if (term.charCodeAt(i) !== text[start + i]) return false;
  return true;
}
