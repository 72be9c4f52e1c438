import type { Classification } from './classification.ts';

/** 突发环境事件分级: the annex of 2011 (order 17); each threshold is the least of its level. */
const ANNEX = [
  { level: 'Ⅰ级（特别重大）', death: 10, poisoning: 100, evacuation: 50_000, loss: 100_000_000 },
  { level: 'Ⅱ级（重大）', death: 3, poisoning: 50, evacuation: 10_000, loss: 20_000_000 },
  { level: 'Ⅲ级（较大）', death: 1, poisoning: 10, evacuation: 5_000, loss: 5_000_000 },
  { level: 'Ⅳ级（一般）', death: 1, poisoning: 1, evacuation: 1, loss: 1 },
] as const;

type Measure = Exclude<keyof (typeof ANNEX)[number], 'level'>;

const NUMBER = '(\\d{1,9}(?:\\.\\d{1,4})?|[一二两三四五六七八九十百千]{1,8})(万|亿)?(?:多|余|几)?';
const PERSONS = '(?:名|个|位)?(?:人|学生|同学|师生|孩子|小孩|老人|村民|居民|业主|邻居|群众|工人|员工)';
const PEOPLE = `(?:${PERSONS}|名|个|位)?`;
const STATED: Readonly<Record<Measure, readonly RegExp[]>> = {
  death: [new RegExp(`${NUMBER}${PEOPLE}(?:死亡|遇难|身亡)`), new RegExp(`(?:死亡|遇难)${NUMBER}人`)],
  poisoning: [new RegExp(`${NUMBER}${PEOPLE}中毒`), new RegExp(`中毒${NUMBER}人`)],
  evacuation: [new RegExp(`(?:疏散|转移)(?:了)?(?:群众|居民|村民|人员)?${NUMBER}${PEOPLE}`)],
  loss: [new RegExp(`(?:直接)?经济损失(?:达|约|超过)?${NUMBER}元`)],
};

/**
 * The classification with the possible level of an emergency in its trace, where the text states numbers, and the law
 * of levels as it is printed (`basis`).
 */
export function withStatedLevel(classification: Classification, text: string, basis: string): Classification {
  const stated = classification.urgency === 'emergency' ? statedLevel(text) : undefined;
  if (!stated) return classification;
  const line = `可能级别：${stated.level}，文中“${stated.because}”（${basis}），以核实为准`;
  const level = 1 + ANNEX.findIndex((row) => row.level === stated.level);
  const incident = classification.incident && { ...classification.incident, level };
  return { ...classification, ...(incident && { incident }), trace: [...classification.trace, line] };
}

/**
 * 可能级别 by the numbers that a text states, with the words that state them. A hint for the duty desk: nothing is verified
 * yet.
 */
export function statedLevel(text: string): { level: string; because: string } | undefined {
  const found = (Object.keys(STATED) as Measure[]).flatMap((measure) =>
    STATED[measure].flatMap((pattern) => {
      const match = pattern.exec(text);
      const rank = match ? ANNEX.findIndex((row) => numberOf(match[1]!, match[2]) >= row[measure]) : -1;
      return match && rank >= 0 ? [{ rank, because: match[0] }] : [];
    }),
  );
  const [gravest] = found.toSorted((a, b) => a.rank - b.rank);
  return gravest && { level: ANNEX[gravest.rank]!.level, because: gravest.because };
}

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

function numberOf(digits: string, unit: string | undefined): number {
  const plain = /^\d/.test(digits) ? Number(digits) : chineseNumber(digits);
  return plain * (unit ? UNITS[unit]! : 1);
}

/** "三百二十" is 320; "十几" counts as 10. */
function chineseNumber(words: string): number {
  let sum = 0;
  let digit = 0;
  for (const word of words) {
    const unit = UNITS[word];
    if (unit) sum += (digit || 1) * unit;
    digit = unit ? 0 : word === '两' ? 2 : '一二三四五六七八九'.indexOf(word) + 1;
  }
  return sum + digit;
}
