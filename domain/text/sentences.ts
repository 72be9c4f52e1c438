/** A stretch of a text, in UTF-16 code units; the end is excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence ends with its mark and what closes a quotation, or with its line. */
const ENDS = /[。！？!?；;…]+[”’」』）)]*\s*|\n\s*/g;

/**
 * The sentences of a text, one after the other: together they are the whole of it. `cuts`: places where one begins
 * whatever the marks say.
 */
export function sentencesOf(text: string, cuts: readonly number[] = []): readonly Stretch[] {
  const marked = [...text.matchAll(ENDS)].map(({ index, 0: mark }) => index + mark.length);
  const ends = [...new Set([...marked, ...cuts, text.length])]
    .filter((end) => end > 0 && end <= text.length)
    .toSorted((one, other) => one - other);
  return ends.map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}

/** The numbers, from 1, of those sentences that lie within a stretch. */
export const numbersWithin = (sentences: readonly Stretch[], { start, end }: Stretch): readonly number[] =>
  sentences.flatMap((one, index) => (one.start >= start && one.end <= end ? [index + 1] : []));

/** Numbers as people write them: "1-3、5"; those that follow each other in one run. */
export const numbersText = (numbers: readonly number[]): string =>
  runsOf(numbers)
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
    .join('、');

/** The same, read: "1-3、5", "1到3，5". Undefined where something else stands there. */
export function numbersIn(text: string): readonly number[] | undefined {
  const numbers = new Set<number>();
  for (const word of text.split(/[,，、;；\s]+/).filter((one) => one !== '')) {
    const [, first, last = first] = /^(\d{1,4})(?:[-－–—~～至到](\d{1,4}))?$/.exec(word) ?? [];
    if (first === undefined || Number(last) < Number(first)) return undefined;
    for (let number = Number(first); number <= Number(last); number += 1) numbers.add(number);
  }
  return [...numbers].toSorted((one, other) => one - other);
}

/** Where sentences of those numbers stand, which end at `ends`; undefined where there is no such sentence. */
export function stretchesOf(numbers: readonly number[], ends: readonly number[]): readonly Stretch[] | undefined {
  if (numbers.some((number) => number < 1 || number > ends.length)) return undefined;
  return runsOf(numbers).map(([first, last]) => ({ start: ends[first - 2] ?? 0, end: ends[last - 1]! }));
}

/** In ascending order, each with the last that follows it without a gap. */
function runsOf(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
