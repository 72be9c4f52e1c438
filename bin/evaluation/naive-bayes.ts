/** The baseline: naive Bayes on character bigrams, trained within the run on what the row's own fold leaves out. */
const FOLDS = 5;

export interface Sample {
  readonly text: string;
  readonly positive: boolean;
}

interface Model {
  readonly bigrams: readonly [Map<string, number>, Map<string, number>];
  readonly totals: readonly [number, number];
  readonly priors: readonly [number, number];
  readonly vocabulary: number;
}

/** What the baseline says of each sample. */
export function predictInFolds(samples: readonly Sample[]): boolean[] {
  const models = Array.from({ length: FOLDS }, (_, fold) => train(samples.filter((_, i) => i % FOLDS !== fold)));
  return samples.map(({ text }, i) => predict(text, models[i % FOLDS]!));
}

function train(samples: readonly Sample[]): Model {
  const bigrams = [new Map<string, number>(), new Map<string, number>()] as const;
  const totals: [number, number] = [0, 0];
  const rows: [number, number] = [0, 0];
  for (const { text, positive } of samples) {
    const side = positive ? 1 : 0;
    rows[side] += 1;
    for (const bigram of bigramsOf(text)) {
      bigrams[side].set(bigram, (bigrams[side].get(bigram) ?? 0) + 1);
      totals[side] += 1;
    }
  }
  const vocabulary = new Set([...bigrams[0].keys(), ...bigrams[1].keys()]).size;
  return { bigrams, totals, priors: [rows[0] / samples.length, rows[1] / samples.length], vocabulary };
}

function predict(text: string, model: Model): boolean {
  return likelihood(text, model, 1) > likelihood(text, model, 0);
}

function likelihood(text: string, { bigrams, totals, priors, vocabulary }: Model, side: 0 | 1): number {
  let sum = Math.log(priors[side]);
  for (const bigram of bigramsOf(text)) {
    sum += Math.log(((bigrams[side].get(bigram) ?? 0) + 1) / (totals[side] + vocabulary));
  }
  return sum;
}

function bigramsOf(text: string): string[] {
  const plain = text.replace(/\s+/g, '');
  return Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2));
}
