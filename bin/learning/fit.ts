import type { Weights } from '../../domain/classification/model.ts';

export interface Example {
  readonly numbers: Readonly<Record<string, number>>;
  readonly isTrue: boolean;
}

const ROUNDS = 3000;
const STEP = 0.5;
/** Holds weights that few examples bear out near 0. */
const RIDGE = 1;
const DIGITS = 2;

/** Weights by logistic regression with a ridge, found by descent: the same examples give the same weights. */
export function fitWeights(examples: readonly Example[]): Weights {
  const names = [...new Set(examples.flatMap(({ numbers }) => Object.keys(numbers)))].toSorted();
  const rows = examples.map(({ numbers }) => names.map((name) => numbers[name] ?? 0));
  const weights = names.map(() => 0);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = weights.map((weight) => weight * RIDGE);
    let slopeOfBias = 0;
    rows.forEach((row, at) => {
      const miss = chanceOf(row, weights, bias) - (examples[at]!.isTrue ? 1 : 0);
      slopeOfBias += miss;
      for (let i = 0; i < row.length; i += 1) slopes[i]! += miss * row[i]!;
    });
    bias -= (STEP * slopeOfBias) / rows.length;
    for (const i of weights.keys()) weights[i]! -= (STEP * slopes[i]!) / rows.length;
  }
  return { bias: rounded(bias), weights: Object.fromEntries(names.map((name, i) => [name, rounded(weights[i]!)])) };
}

function chanceOf(row: readonly number[], weights: readonly number[], bias: number): number {
  let sum = bias;
  for (let i = 0; i < row.length; i += 1) sum += row[i]! * weights[i]!;
  return 1 / (1 + Math.exp(-sum));
}

const rounded = (number: number): number => Number(number.toFixed(DIGITS));
