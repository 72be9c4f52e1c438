import * as z from 'zod';
import { POLLUTION_TYPES, URGENCIES } from '../../classification/classification.ts';
import { holders } from '../../routing/route.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';
import { CASE_STATUSES } from '../status.ts';

/** Into so many parts a case is split, all its splittings together. */
export const MOST_PARTS = 10;

/** The clock of a part: it never ends after that of the whole. */
export const PART_CLOCK = 'part-handle';

/** Where the words of a part stand in the complaint's text, in UTF-16 code units; the end is excluded. */
export const RangeSchema = z.object({ start: z.int().nonnegative(), end: z.int().positive() });

/** 分件, as the event that split the case tells of it. */
export const SplitPartSchema = stored({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  ...holders,
  types: listOf(z.enum(POLLUTION_TYPES)),
  subtypes: listOf(z.string()),
  matter: z.string(),
  urgency: z.enum(URGENCIES),
  competent: z.boolean(),
  /** None: all of the text. */
  ranges: listOf(RangeSchema).optional(),
  /** When its own clock ends. */
  until: InstantSchema,
});

export type SplitPart = Readonly<z.infer<typeof SplitPartSchema>>;

/** 分件, as the whole remembers it. */
export const PartSchema = stored({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  status: z.enum(CASE_STATUSES),
});

/** 整件, as a part cites it. */
export const PartOfSchema = stored({
  whole: z.string(),
  number: z.int(),
  ranges: listOf(RangeSchema).optional(),
  /** When the clock of the whole ends. */
  until: InstantSchema,
});

/** The id of a part: that of the whole, and its number. */
export const partId = (whole: string, number: number): string => `${whole}-${number}`;

/** Under which receipt its complainant knows a case. */
export const receiptOf = ({ id, partOf }: Kin): string => partOf?.whole ?? id;

interface Kin {
  readonly id: string;
  readonly partOf?: { readonly whole: string } | undefined;
}

/** The words of a part, in their order, or all of them. */
export function wordsOf(text: string, ranges: readonly z.infer<typeof RangeSchema>[] | undefined): string {
  return ranges ? ranges.map(({ start, end }) => text.slice(start, end)).join('\n') : text;
}

/** What a part came to, for the answer of the whole. */
export interface PartResult {
  readonly number: number;
  readonly title: string;
  readonly organ: string;
  readonly statusText: string;
  readonly answer?: string | undefined;
}

/** So long the answer of a whole may be: it is written three times into one item of the table. */
const LONGEST_ANSWER = 15_000;
const CUT = '……（全文见查询页面）';

/** The answer of the whole: those of its parts in their order, the longest cut where together they are too long. */
export function composedAnswer(parts: readonly PartResult[]): string {
  const share = Math.floor(LONGEST_ANSWER / parts.length);
  return parts
    .map(({ number, title, organ, statusText, answer }) => {
      const said = answer !== undefined && answer.length > share ? `${answer.slice(0, share)}${CUT}` : answer;
      return `第${number}部分（${title}，${organ}）：${said ?? statusText}`;
    })
    .join('\n');
}
