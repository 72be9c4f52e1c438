import { classify } from '../../domain/classification/classify.ts';
import { evidenceOf } from '../../domain/classification/evidence.ts';
import { logitIn } from '../../domain/classification/gram-weights.ts';
import type { Model } from '../../domain/classification/model.ts';
import { read } from '../../domain/classification/reading.ts';
import type { ClassificationRules } from '../../domain/classification/rules.ts';
import { totalsOf } from '../../domain/classification/totals.ts';
import { hashKeyFrom } from '../../domain/repeats/keyed-hash.ts';
import type { RepeatRules } from '../../domain/repeats/rules.ts';
import { saidOnHandling, sketchOf } from '../../domain/repeats/sketch.ts';
import { type Row, textOf } from '../data-rows.ts';
import { fitWeights } from './fit.ts';
import { fitGrams } from './fit-grams.ts';

type Part = Pick<Model, 'incident' | 'environmental' | 'opinion' | 'handling'>;

/** By what the rules tell, with weights or without. */
export interface Telling {
  readonly rules: ClassificationRules;
  readonly repeats: RepeatRules;
}

/** One decision that weights may take part in, or give a second opinion on. */
export interface Question {
  readonly name: keyof Part;
  /** What a person said; undefined where nobody said anything. */
  readonly answerIn: (row: Row) => boolean | undefined;
  readonly fitted: (rows: readonly Row[], by: Telling) => Part;
  readonly told: (row: Row, by: Telling) => boolean;
}

/** Who has an accident before their eyes writes no more; in longer texts such words stand by the way. */
const LONGEST = 100;
/** A desk woken for nothing costs more than a doubtful text read an hour later: odds of nearly three to one are asked for. */
const CAUTION = 1;
/** Dissent that is joined to its own case is read too late: odds of two to three are enough to link it instead. */
const EAGERNESS = 0.5;
/** No sketch is kept. */
const NO_KEY = hashKeyFrom('0'.repeat(16));
const NONE = ['unknown', 'not-environmental', 'advertisement', 'thanks', 'misdirected'];

// Who corrected a complaint and reported no incident saw none; who found nothing said of an answer read none.
const isIncident = (row: Row): boolean => row.emergency ?? false;
const isAboutHandling = (row: Row): boolean => row.aboutHandling ?? false;
const isEnvironmental = (row: Row): boolean | undefined =>
  row.environmental ?? (row.labels_norm ? row.labels_norm.length > 0 : undefined);
const tellsEnvironmental = (row: Row, { rules }: Telling): boolean =>
  !NONE.includes(classify(textOf(row), rules).matter);
const gramsFrom = (rows: readonly Row[], answerIn: Question['answerIn'], read: (row: Row) => string = textOf) =>
  fitGrams(rows.map((row) => ({ text: read(row), isTrue: answerIn(row) === true })));

export const QUESTIONS: readonly Question[] = [
  {
    name: 'incident',
    answerIn: isIncident,
    fitted(rows) {
      const { bias, grams } = gramsFrom(rows, isIncident);
      return { incident: { bias: bias - CAUTION, longest: LONGEST, grams } };
    },
    told: (row, { rules }) => classify(textOf(row), rules).urgency === 'emergency',
  },
  {
    name: 'environmental',
    answerIn: isEnvironmental,
    fitted: (rows, { rules }) => ({
      environmental: fitWeights(
        rows.map((row) => ({
          numbers: totalsOf(evidenceOf(read(textOf(row), rules).mentions, rules.taxonomy), textOf(row).length, rules),
          isTrue: isEnvironmental(row) === true,
        })),
      ),
    }),
    told: tellsEnvironmental,
  },
  {
    name: 'opinion',
    answerIn: isEnvironmental,
    fitted: (rows) => ({ opinion: gramsFrom(rows, isEnvironmental) }),
    told: (row, by) => {
      const { opinion } = by.rules.model ?? {};
      return opinion ? logitIn(textOf(row), opinion) > 0 : tellsEnvironmental(row, by);
    },
  },
  {
    name: 'handling',
    answerIn: isAboutHandling,
    fitted(rows, { repeats }) {
      const { bias, grams } = gramsFrom(rows, isAboutHandling, (row) => saidOnHandling(textOf(row), repeats));
      return { handling: { bias: bias + EAGERNESS, longest: LONGEST, grams } };
    },
    told: (row, { repeats }) => sketchOf({ text: textOf(row) }, repeats, NO_KEY).handling >= repeats.limits.handling,
  },
];
