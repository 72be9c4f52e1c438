/**
 * One sub-problem of a complaint: where it stands in the text, in UTF-16 code units, the end excluded. Never its words.
 */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** Told by a number, not only by a word such as 另外. */
  readonly numbered: boolean;
}

/** A sub-problem is at least so long; shorter ones belong to the one before. */
const LEAST_LENGTH = 6;
const MOST_PARTS = 9;

const NUMERALS = '一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨';
const AFTER_BREAK = '(?<=^|[。；;！!？?：:，,\\s”」』）)])';
const PAUSE = '[，,、：:.．\\s]';

/** The ways of numbering; of those that a text uses, the one that begins first is the outermost. */
const NUMBERINGS: readonly RegExp[] = [
  new RegExp(`${AFTER_BREAK}([${NUMERALS}])[、.．]`, 'g'),
  new RegExp(`${AFTER_BREAK}([1-9])(?:[、，]|[.．](?!\\d(?!\\d{3}年))|[)）])`, 'g'),
  new RegExp(`[（(]([${NUMERALS}])[）)]`, 'g'),
  /[（(]([1-9])[）)]/g,
  new RegExp(`([${CIRCLED}])`, 'g'),
  new RegExp(`${AFTER_BREAK}第([${NUMERALS}])(?:${PAUSE}|点|个问题|方面)`, 'g'),
  new RegExp(`${AFTER_BREAK}其([${NUMERALS}])(?:${PAUSE}|是)`, 'g'),
  new RegExp(`${AFTER_BREAK}([${NUMERALS}])是`, 'g'),
];
/** Every series begins with it; most texts have none, and need no further look. */
const FIRST = new RegExp(`[一1](?:${PAUSE}|[)）是点]|个问题|方面)|①`);

const CONNECTORS =
  /(?<=[。；;！!？?\n]\s*)(?:另(?:外|[，,：:]|有|据|查|反映|投诉)|此外|除此之外|还有|再有|再者|其次|同时(?=[^。；;！!？?\n]{0,40}[也还]))|(?<=[，,])(?:另外|此外|除此之外)/g;
/** So long at most: an opening mark that nobody closed must not swallow, or cost, the rest of the text. */
const QUOTATIONS =
  /“[^“”]{0,1000}”|‘[^‘’]{0,1000}’|「[^「」]{0,1000}」|『[^『』]{0,1000}』|《[^《》]{0,100}》|"[^"]{0,1000}"/g;

/**
 * The sub-problems of a complaint that lists several, by its numbers (一、 1. （1） ① 第一， 其一， 一是) or by 另, 此外, 还有, 同时…也;
 * nothing where it tells of one. What stands before the first number is no part. Numbers count only as 1, 2, 3 … in
 * this order, and nothing within a quotation counts: an earlier reply may have points of its own.
 */
export function partsOf(text: string): readonly Part[] {
  const plain = withoutQuotations(halfWidthDigits(text));
  const numbered = spacedOut(numbersIn(plain), text.length);
  const series = numbered.length > 1 ? numbered : [];
  const from = series.at(-1) ?? 0;
  const further = [...plain.matchAll(CONNECTORS)].map(({ index }) => index).filter((index) => index > from);
  const starts = spacedOut([...(series.length > 0 ? series : [0]), ...further], text.length).slice(0, MOST_PARTS);
  if (starts.length < 2) return [];
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length, numbered: series.includes(start) }));
}

/** Where the outermost series 1, 2, 3 … has its numbers. */
function numbersIn(text: string): number[] {
  if (!FIRST.test(text)) return [];
  const series = NUMBERINGS.map((numbering) => seriesOf([...text.matchAll(numbering)])).filter(
    (found) => found.length > 1,
  );
  return series.toSorted(([a], [b]) => a! - b!)[0] ?? [];
}

function seriesOf(matches: readonly RegExpExecArray[]): number[] {
  const starts: number[] = [];
  for (const { 1: numeral, index } of matches) if (placeOf(numeral!) === starts.length + 1) starts.push(index);
  return starts;
}

function placeOf(numeral: string): number {
  return Math.max(NUMERALS.indexOf(numeral), CIRCLED.indexOf(numeral), '123456789'.indexOf(numeral)) + 1;
}

/** Leaves out what would begin a part that is too short. */
function spacedOut(starts: readonly number[], end: number): number[] {
  const kept: number[] = [];
  for (const start of starts) {
    const last = kept.at(-1);
    if (end - start >= LEAST_LENGTH && (last === undefined || start - last >= LEAST_LENGTH)) kept.push(start);
  }
  return kept;
}

/** As long as before, so that positions stay true. */
function withoutQuotations(text: string): string {
  return text.replace(QUOTATIONS, (quotation) => '　'.repeat(quotation.length));
}

function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
