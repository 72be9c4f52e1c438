import type { Model } from '../../domain/classification/model.ts';
import type { ClassificationRules } from '../../domain/classification/rules.ts';
import { countOf, lineOf, scoresOf } from '../evaluation/scores.ts';
import type { Row } from '../lines.ts';
import { fitWeights } from './fit.ts';
import { QUESTIONS, type Question } from './questions.ts';

/** Rows to fit weights to, and rows that say how well they do. */
export interface Split {
  readonly fitted: readonly Row[];
  readonly heldOut: readonly Row[];
}

interface Learned {
  readonly model: Pick<Model, 'incident' | 'environmental'>;
  readonly report: readonly string[];
}

const FEWEST = 20;

/**
 * What the rows teach about each question, and both figures on those held out: of the rules alone, and with the weights.
 * Weights that do no better there are left out; those that do are fitted once more to all rows.
 */
export function learn(split: Split, rules: ClassificationRules): Learned {
  const learned = QUESTIONS.map((question) => learnOne(question, split, { ...rules, model: undefined }));
  return {
    model: Object.assign({}, ...learned.map(({ model }) => model)),
    report: learned.flatMap(({ report }) => report),
  };
}

function learnOne(question: Question, { fitted, heldOut }: Split, rules: ClassificationRules): Learned {
  const [known, unseen] = [fitted, heldOut].map((rows) => rows.filter((row) => question.answerIn(row) !== undefined));
  const heading = `${question.name}: ${known!.length} texts to learn from, ${unseen!.length} held out`;
  if (Math.min(known!.length, unseen!.length) < FEWEST) return { model: {}, report: [heading, '  too few'] };
  const weightsFrom = (rows: readonly Row[]) =>
    question.partOf(fitWeights(rows.map((row) => exampleOf(row, question, rules))));
  const count = (using: ClassificationRules) =>
    countOf(unseen!.map((row) => ({ told: question.told(row, using), official: question.answerIn(row)! })));
  const [alone, weighed] = [count(rules), count({ ...rules, model: { ...NAMELESS, ...weightsFrom(known!) } })];
  const isBetter = scoresOf(weighed).f1 > scoresOf(alone).f1;
  return {
    model: isBetter ? weightsFrom([...known!, ...unseen!]) : {},
    report: [
      heading,
      `  ${lineOf('rules alone ', alone)}`,
      `  ${lineOf('with weights', weighed)}`,
      `  ${isBetter ? 'kept' : 'left out: no better'}`,
    ],
  };
}

const NAMELESS = { version: '', source: '' };

const exampleOf = (row: Row, { numbersOf, answerIn }: Question, rules: ClassificationRules) => ({
  numbers: numbersOf(row, rules),
  isTrue: answerIn(row)!,
});
