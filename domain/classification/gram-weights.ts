import { gramsOf } from '../text/grams.ts';

/** 字词权重: what the characters of a text, and pairs of them, tell of one question. */
export interface GramWeights {
  readonly bias: number;
  /** By their weight, the grams that have it, parted by spaces: "1.2": "炸 漏了". */
  readonly grams: Readonly<Record<string, string>>;
}

interface Weighed {
  /** Above 0 where yes is likelier than no. */
  readonly logit: number;
  /** What spoke for yes, the weightiest first. */
  readonly because: readonly string[];
}

const MOST_QUOTED = 6;

/** A few characters tell little, whatever their weight. */
const FEWEST = 20;

/** The more grams a text has, the less each counts. */
export const scaleOf = (grams: number): number => Math.sqrt(Math.max(FEWEST, grams));

/** How much a text says yes; each gram counts once, and less the more there are. */
export function weigh(text: string, weights: GramWeights): Weighed {
  const known = opened(weights);
  const grams = gramsOf(text);
  const told = [...grams].flatMap((gram) => {
    const weight = known.get(gram);
    return weight === undefined ? [] : [{ gram, weight }];
  });
  const sum = told.reduce((total, { weight }) => total + weight, 0);
  const forYes = told.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight);
  return {
    logit: weights.bias + sum / scaleOf(grams.size),
    because: forYes.slice(0, MOST_QUOTED).map(({ gram }) => gram),
  };
}

/** How likely yes is, from 0 to 1. */
export const chanceOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

const known = new WeakMap<GramWeights, ReadonlyMap<string, number>>();

/** Opened by the first text that asks. */
function opened(weights: GramWeights): ReadonlyMap<string, number> {
  const before = known.get(weights);
  if (before) return before;
  const pairs = Object.entries(weights.grams).flatMap(([weight, grams]) =>
    grams.split(' ').map((gram) => [gram, Number(weight)] as const),
  );
  const all = new Map(pairs);
  known.set(weights, all);
  return all;
}
