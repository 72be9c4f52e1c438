import type { GramWeights } from './gram-weights.ts';

/** Weights of a logistic regression over named numbers; a name without a weight counts nothing. */
export interface Weights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * 学习所得权重: what texts with right answers taught, by `npm run learn`. Each part decides one question and is there only
 * where it did better on texts held out than the rules alone.
 */
export interface Model {
  readonly version: string;
  /** Which texts taught it, and how well it did. */
  readonly source: string;
  /** Whether the words of a short text tell of an incident, where no rule finds one. */
  readonly incident?: ShortTexts | undefined;
  /** Whether a text is environmental, by its totals. */
  readonly environmental?: Weights | undefined;
  /** 第二意见: the same by its words, told beside what the rules say. It decides nothing, least of all whose a case is. */
  readonly opinion?: GramWeights | undefined;
  /** Whether a short text is about how an earlier complaint was handled, where no rule says so. */
  readonly handling?: ShortTexts | undefined;
}

/** For texts of at most so many characters: in longer ones such words stand by the way. */
export interface ShortTexts extends GramWeights {
  readonly longest: number;
}

/** Above 0 where yes is likelier than no. */
export function logitOf({ bias, weights }: Weights, numbers: Readonly<Record<string, number>>): number {
  return Object.entries(numbers).reduce((sum, [name, number]) => sum + (weights[name] ?? 0) * number, bias);
}
