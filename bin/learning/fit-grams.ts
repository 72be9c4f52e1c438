import { type GramWeights, scaleOf } from '../../domain/classification/gram-weights.ts';
import { gramsOf, gramText } from '../../domain/text/grams.ts';

/** A text and its right answer. */
export interface Told {
  readonly text: string;
  readonly isTrue: boolean;
}

const ROUNDS = 40;
const STEP = 0.5;
/** Holds weights that few texts bear out near 0. */
const RIDGE = 0.5;
/** What stands in one text alone tells nothing of others. */
const FEWEST_TEXTS = 2;
/** Some 30 kB as they are written. */
const MOST_GRAMS = 4000;
const DIGITS = 1;
/** A prime, so that texts of one kind do not follow each other. */
const STRIDE = 7919;
const FOLDS = 5;

/**
 * Weights of grams by logistic regression, text after text with smaller and smaller steps: the same texts give the same
 * weights. The bias is such that of texts that it has not seen as many are called true as are.
 */
export function fitGrams(texts: readonly Told[]): GramWeights {
  const rows = texts.map(({ text, isTrue }) => ({ grams: [...gramsOf(text)].map(gramText), isTrue }));
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const model = descend(rows.filter((_row, at) => at % FOLDS !== fold));
    return rows.filter((_row, at) => at % FOLDS === fold).map((row) => logitOf(row, model));
  }).flat();
  const model = descend(rows);
  const level = unseen.toSorted((one, other) => other - one)[rows.filter(({ isTrue }) => isTrue).length] ?? 0;
  return { bias: rounded(model.bias - level), grams: byWeight(model.weights) };
}

interface Row {
  readonly grams: readonly string[];
  readonly isTrue: boolean;
}

interface Fitted {
  bias: number;
  readonly weights: Map<string, number>;
}

function descend(rows: readonly Row[]): Fitted {
  const model: Fitted = { bias: 0, weights: commonGrams(rows) };
  const past = new Map<string, number>();
  const stepFor = (name: string, slope: number): number => {
    const sum = (past.get(name) ?? 0) + slope * slope;
    past.set(name, sum);
    return sum === 0 ? 0 : (STEP * slope) / Math.sqrt(sum);
  };
  for (let turn = 0; turn < ROUNDS * rows.length; turn += 1) {
    const row = rows[(turn * STRIDE) % rows.length]!;
    const miss = 1 / (1 + Math.exp(-logitOf(row, model))) - (row.isTrue ? 1 : 0);
    const share = miss / scaleOf(row.grams.length);
    for (const gram of row.grams) {
      const weight = model.weights.get(gram);
      if (weight !== undefined) model.weights.set(gram, weight - stepFor(gram, share + (RIDGE * weight) / rows.length));
    }
    model.bias -= stepFor('', miss);
  }
  return model;
}

function logitOf({ grams }: Row, { bias, weights }: Fitted): number {
  const sum = grams.reduce((total, gram) => total + (weights.get(gram) ?? 0), 0);
  return bias + sum / scaleOf(grams.length);
}

function commonGrams(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { grams } of rows) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return new Map([...counts].flatMap(([gram, count]) => (count < FEWEST_TEXTS ? [] : [[gram, 0]])));
}

/** The weightiest, as the file has them. */
function byWeight(weights: ReadonlyMap<string, number>): Record<string, string> {
  const most = [...weights].toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one)).slice(0, MOST_GRAMS);
  const groups = Map.groupBy(most, ([, weight]) => rounded(weight));
  groups.delete(0);
  const ordered = [...groups].toSorted(([one], [other]) => other - one);
  return Object.fromEntries(ordered.map(([weight, all]) => [`${weight}`, all.map(([gram]) => gram).join(' ')]));
}

const rounded = (number: number): number => Number(number.toFixed(DIGITS)) + 0;
