import type { Day } from '../calendar/day.ts';
import type { Confidence } from '../law/confidence.ts';
import { isOn, type Span } from '../law/statutes.ts';
import { numberIn } from '../text/number-words.ts';
import type { Classification, IncidentLevel } from './classification.ts';

type Measure = 'death' | 'poisoning' | 'injury' | 'evacuation' | 'loss';

/** 分级标准 of some years: each threshold is the least of its level, the gravest level first. */
export interface IncidentTable extends Span {
  readonly name: string;
  readonly confidence: Confidence;
  /** Nobody has read the official text. */
  readonly needsVerification?: true | undefined;
  readonly source: string;
  readonly levels: readonly (Readonly<Partial<Record<Measure, number | undefined>>> & {
    readonly level: IncidentLevel;
  })[];
}

const LEVEL_TEXT: Readonly<Record<IncidentLevel, string>> = {
  Ⅰ: 'Ⅰ级（特别重大）',
  Ⅱ: 'Ⅱ级（重大）',
  Ⅲ: 'Ⅲ级（较大）',
  Ⅳ: 'Ⅳ级（一般）',
};

const NUMBER = '(\\d{1,9}(?:\\.\\d{1,4})?|[一二两三四五六七八九十百千]{1,8})(万|亿)?(?:多|余|几)?';
const PERSONS = '(?:名|个|位)?(?:人|学生|同学|师生|孩子|小孩|老人|村民|居民|业主|邻居|群众|工人|员工)';
const PEOPLE = `(?:${PERSONS}|名|个|位)?`;
const STATED: Readonly<Record<Measure, readonly RegExp[]>> = {
  death: [new RegExp(`${NUMBER}${PEOPLE}(?:死亡|遇难|身亡)`), new RegExp(`(?:死亡|遇难)${NUMBER}人`)],
  poisoning: [new RegExp(`${NUMBER}${PEOPLE}中毒`), new RegExp(`中毒${NUMBER}人`)],
  injury: [new RegExp(`${NUMBER}${PEOPLE}(?:受)?重伤`), new RegExp(`重伤${NUMBER}${PEOPLE}`)],
  evacuation: [new RegExp(`(?:疏散|转移)(?:了)?(?:群众|居民|村民|人员)?${NUMBER}${PEOPLE}`)],
  loss: [new RegExp(`(?:直接)?经济损失(?:达|约|超过)?${NUMBER}元`)],
};

/**
 * The classification with the possible level of an emergency, where the text states numbers, by the table of that day,
 * which the trace names with the law of levels as it is printed (`basis`).
 */
export function withStatedLevel(
  classification: Classification,
  text: string,
  { day, tables, basis }: { readonly day: Day; readonly tables: readonly IncidentTable[]; readonly basis: string },
): Classification {
  const table = tables.find((one) => isOn(one, day));
  const stated = table && classification.urgency === 'emergency' ? statedLevel(text, table) : undefined;
  if (!table || !stated) return classification;
  const doubt = table.needsVerification ? '，标准文本待核' : '';
  const line = `可能级别：${LEVEL_TEXT[stated.level]}，文中“${stated.because}”（按${table.name}${doubt}；${basis}），以核实为准`;
  return { ...classification, incidentLevel: stated.level, trace: [...classification.trace, line] };
}

/**
 * 可能级别 by the numbers that a text states, with the words that state them. A hint for the duty desk: nothing is verified
 * yet.
 */
export function statedLevel(
  text: string,
  { levels }: Pick<IncidentTable, 'levels'>,
): { level: IncidentLevel; because: string } | undefined {
  const found = (Object.keys(STATED) as Measure[]).flatMap((measure) =>
    STATED[measure].flatMap((pattern) => {
      const match = pattern.exec(text);
      const number = match ? numberOf(match[1]!, match[2]) : 0;
      const rank = levels.findIndex((row) => number >= (row[measure] ?? Number.POSITIVE_INFINITY));
      return match && rank >= 0 ? [{ rank, because: match[0] }] : [];
    }),
  );
  const [gravest] = found.toSorted((a, b) => a.rank - b.rank);
  return gravest && { level: levels[gravest.rank]!.level, because: gravest.because };
}

const UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const numberOf = (written: string, unit: string | undefined): number => numberIn(written) * (unit ? UNITS[unit]! : 1);
