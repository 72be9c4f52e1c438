import { classify } from '../../domain/classification/classify.ts';
import { evidenceOf, readMentions } from '../../domain/classification/evidence.ts';
import { hintsOf } from '../../domain/classification/incident.ts';
import type { Model, Weights } from '../../domain/classification/model.ts';
import type { ClassificationRules } from '../../domain/classification/rules.ts';
import { happeningIn } from '../../domain/classification/telling.ts';
import { totalsOf } from '../../domain/classification/totals.ts';
import { findTerms } from '../../domain/text/terms.ts';
import { type Row, textOf } from '../lines.ts';

/** One decision that weights may take part in. */
export interface Question {
  readonly name: keyof Pick<Model, 'incident' | 'environmental'>;
  /** What a person said; undefined where nobody said anything. */
  readonly answerIn: (row: Row) => boolean | undefined;
  readonly numbersOf: (row: Row, rules: ClassificationRules) => Readonly<Record<string, number>>;
  readonly told: (row: Row, rules: ClassificationRules) => boolean;
  readonly partOf: (weights: Weights) => Pick<Model, 'incident' | 'environmental'>;
}

/** Who has an accident before their eyes writes no more; in longer texts hints stand by the way. */
const LONGEST = 100;
/** A desk woken for nothing costs more than a doubtful text read an hour later: odds of five to three are asked for. */
const CAUTION = 0.5;
const NONE = ['unknown', 'not-environmental', 'advertisement', 'thanks', 'misdirected'];

export const QUESTIONS: readonly Question[] = [
  {
    name: 'incident',
    // Who corrected a complaint and reported no incident saw none.
    answerIn: (row) => row.emergency ?? false,
    numbersOf(row, { incidents }) {
      const found = findTerms(textOf(row), incidents);
      return hintsOf(found, happeningIn(found, textOf(row)), textOf(row));
    },
    told: (row, rules) => classify(textOf(row), rules).urgency === 'emergency',
    partOf: (weights) => ({ incident: { ...weights, bias: weights.bias - CAUTION, longest: LONGEST } }),
  },
  {
    name: 'environmental',
    answerIn: (row) => row.environmental ?? (row.labels_norm ? row.labels_norm.length > 0 : undefined),
    numbersOf: (row, rules) =>
      totalsOf(evidenceOf(readMentions(textOf(row), rules), rules.taxonomy), textOf(row).length, rules),
    told: (row, rules) => !NONE.includes(classify(textOf(row), rules).matter),
    partOf: (weights) => ({ environmental: weights }),
  },
];
