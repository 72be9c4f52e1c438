import type { Procedure } from './procedures.ts';

/** 办理结论: the three that the rule of petitions knows. */
export const OUTCOMES = ['supported', 'explained', 'not-supported'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  supported: '请求事实清楚，符合法律、法规、规章或者其他有关规定，予以支持',
  explained: '请求事由合理但缺乏法律依据，作出解释说明',
  'not-supported': '请求缺乏事实根据或者不符合有关规定，不予支持',
};

/** What an officer writes to the complainant: in parts, or as one text that holds facts and opinion. */
export interface AnswerParts {
  readonly answer?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly facts?: string | undefined;
  readonly opinion?: string | undefined;
  /** As it is printed. */
  readonly basis?: readonly string[] | undefined;
}

type Element = 'facts' | 'opinion' | 'basis' | 'outcome';

const ELEMENT_TEXT: Readonly<Record<Element, string>> = {
  facts: '查明的事实',
  opinion: '处理意见',
  basis: '法律法规依据',
  outcome: '办理结论（支持、解释说明、不予支持）',
};

/** 答复要素: what an answer must hold, by the procedure. Only a petition's has elements that a text lists. */
const ELEMENTS: Readonly<Record<Procedure, readonly Element[]>> = {
  petition: ['facts', 'opinion', 'basis', 'outcome'],
  duty: ['facts', 'opinion'],
  administrative: ['facts', 'opinion'],
  'legal-ways': ['opinion'],
  accusation: ['opinion'],
  suggestion: ['opinion'],
};

/** The fields of an answer by that procedure. */
export const elementsOf = (procedure: Procedure = 'duty'): readonly Element[] => ELEMENTS[procedure];

/** So many letters and digits say something; fewer are 好的 or 已办结. */
const LEAST = { part: 6, whole: 10 };

/** Whether a text is more than a polite word. Signs and spaces say nothing. */
export const saysSomething = (text: string | undefined, least = LEAST.part): boolean =>
  (text?.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= least;

/** What the answer lacks, in the words that the officer reads; empty where it is whole. */
export function missingIn(parts: AnswerParts, procedure?: Procedure): readonly string[] {
  const isWhole = saysSomething(parts.answer, LEAST.whole);
  const has: Readonly<Record<Element, boolean>> = {
    facts: isWhole || saysSomething(parts.facts),
    opinion: isWhole || saysSomething(parts.opinion),
    basis: (parts.basis ?? []).length > 0,
    outcome: parts.outcome !== undefined,
  };
  return elementsOf(procedure)
    .filter((element) => !has[element])
    .map((element) => `${ELEMENT_TEXT[element]}${parts[element] === undefined ? '' : `（至少${LEAST.part}个字）`}`);
}

/** The answer in one text, as the complainant reads it; `found`: what was found and done, a line each. */
export function answerText(
  { answer, facts, opinion, outcome, basis = [] }: AnswerParts,
  found: readonly string[] = [],
): string {
  return [
    answer,
    facts && `查明的事实：${facts}`,
    opinion && `处理意见：${opinion}`,
    ...found,
    outcome && `办理结论：${OUTCOME_TEXT[outcome]}。`,
    basis.length > 0 && `依据：${basis.map(withoutStop).join('；')}。`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A provision may be typed as a sentence; the list of them is one. */
const withoutStop = (text: string): string => text.replace(/[\s。．.；;，,]+$/u, '');
