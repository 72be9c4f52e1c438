import type { Model } from '../../domain/classification/model.ts';
import type { Row } from '../data-rows.ts';
import { countOf, lineOf, scoresOf } from '../evaluation/scores.ts';
import { QUESTIONS, type Question, type Telling } from './questions.ts';

/** Rows to fit weights to, and rows that say how well they do. */
export interface Split {
  readonly fitted: readonly Row[];
  readonly heldOut: readonly Row[];
}

interface Learned {
  readonly model: Pick<Model, 'incident' | 'environmental' | 'opinion' | 'handling'>;
  readonly report: readonly string[];
}

const FEWEST = 20;

/**
 * What the rows teach about each question, and both figures on those held out: of the rules alone, and with the weights.
 * Weights that are not worth it there are left out; those that are are fitted once more to all rows.
 */
export function learn(split: Split, by: Telling): Learned {
  const learned = QUESTIONS.map((question) => learnOne(question, split, withWeights(by, {})));
  return {
    model: Object.assign({}, ...learned.map(({ model }) => model)),
    report: learned.flatMap(({ report }) => report),
  };
}

const withWeights = ({ rules, repeats }: Telling, model: Learned['model']): Telling => ({
  rules: { ...rules, model: { ...NAMELESS, ...model } },
  repeats: { ...repeats, handling: model.handling },
});

function learnOne(question: Question, { fitted, heldOut }: Split, by: Telling): Learned {
  const [known, unseen] = [fitted, heldOut].map((rows) => rows.filter((row) => question.answerIn(row) !== undefined));
  const heading = `${question.name}: ${known!.length} texts to learn from, ${unseen!.length} held out`;
  if (Math.min(known!.length, unseen!.length) < FEWEST) return { model: {}, report: [heading, '  too few'] };
  const weighing = withWeights(by, question.fitted(known!, by));
  const told = unseen!.map((row) => ({
    official: question.answerIn(row)!,
    alone: question.told(row, by),
    weighed: question.told(row, weighing),
  }));
  const { isWorthIt, report } = JUDGED[question.name](told);
  return {
    model: isWorthIt ? question.fitted([...known!, ...unseen!], by) : {},
    report: [heading, ...report.map((line) => `  ${line}`), isWorthIt ? '  kept' : '  left out: not worth it'],
  };
}

const NAMELESS = { version: '', source: '' };

interface Answered {
  readonly official: boolean;
  readonly alone: boolean;
  readonly weighed: boolean;
}

interface Judgement {
  readonly isWorthIt: boolean;
  readonly report: readonly string[];
}

/** What takes part in a decision must make it better. */
function byScore(told: readonly Answered[]): Judgement {
  const [alone, weighed] = (['alone', 'weighed'] as const).map((how) =>
    countOf(told.map((one) => ({ told: one[how], official: one.official }))),
  );
  return {
    isWorthIt: scoresOf(weighed!).f1 > scoresOf(alone!).f1,
    report: [lineOf('rules alone ', alone!), lineOf('with weights', weighed!)],
  };
}

/** Whoever looks where a second opinion differs must find an error of the rules in one of so many. */
const LOOKS_PER_ERROR = 3;

function byDissent(told: readonly Answered[]): Judgement {
  const differing = told.filter(({ alone, weighed }) => alone !== weighed);
  const errors = told.filter(({ alone, official }) => alone !== official).length;
  const found = differing.filter(({ alone, official }) => alone !== official).length;
  return {
    isWorthIt: found > 0 && found * LOOKS_PER_ERROR >= differing.length,
    report: [`differs from the rules in ${differing.length}, and in ${found} of their ${errors} errors`],
  };
}

const JUDGED: { readonly [Name in Question['name']]: (told: readonly Answered[]) => Judgement } = {
  incident: byScore,
  environmental: byScore,
  opinion: byDissent,
  handling: byScore,
};
