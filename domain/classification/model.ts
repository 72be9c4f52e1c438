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
  /** Whether what a text names adds up to an incident, where no single rule finds one. */
  readonly incident?: (Weights & { readonly longest: number }) | undefined;
  /** Whether a text is environmental, by its totals. */
  readonly environmental?: Weights | undefined;
}

/** Above 0 where yes is likelier than no. */
export function logitOf({ bias, weights }: Weights, numbers: Readonly<Record<string, number>>): number {
  return Object.entries(numbers).reduce((sum, [name, number]) => sum + (weights[name] ?? 0) * number, bias);
}
