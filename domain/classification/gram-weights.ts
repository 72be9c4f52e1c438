import { type Gram, gramOf, gramsOf, gramText } from '../text/grams.ts';

/** 字词权重: what the characters of a text, and pairs of them, tell of one question. */
export interface GramWeights {
  readonly bias: number;
  /** By their weight, the grams that have it, parted by spaces: "1.2": "炸 漏了". */
  readonly grams: Readonly<Record<string, string>>;
}

const MOST_QUOTED = 6;

/** A few characters tell little, whatever their weight. */
const FEWEST = 20;

/** The more grams a text has, the less each counts. */
export const scaleOf = (grams: number): number => Math.sqrt(Math.max(FEWEST, grams));

/** How much a text says yes: above 0 where that is likelier than no. Each gram counts once. */
export function logitIn(text: string, weights: GramWeights): number {
  const known = opened(weights);
  const grams = gramsOf(text);
  let sum = 0;
  for (const gram of grams) sum += known.get(gram) ?? 0;
  return weights.bias + sum / scaleOf(grams.size);
}

/** What spoke for yes, the weightiest first. */
export function becauseIn(text: string, weights: GramWeights): readonly string[] {
  const known = opened(weights);
  const weightOf = (gram: Gram): number => known.get(gram) ?? 0;
  const forYes = [...gramsOf(text)].filter((gram) => weightOf(gram) > 0);
  return forYes
    .toSorted((one, other) => weightOf(other) - weightOf(one))
    .slice(0, MOST_QUOTED)
    .map(gramText);
}

/** How likely yes is, from 0 to 1. */
export const chanceOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

const known = new WeakMap<GramWeights, ReadonlyMap<Gram, number>>();

/** Opened by the first text that asks. */
function opened(weights: GramWeights): ReadonlyMap<Gram, number> {
  const before = known.get(weights);
  if (before) return before;
  const pairs = Object.entries(weights.grams).flatMap(([weight, grams]) =>
    grams.split(' ').map((gram) => [gramOf(gram), Number(weight)] as const),
  );
  const all = new Map(pairs);
  known.set(weights, all);
  return all;
}
