import type { Classification } from '../../domain/classification/classification.ts';
import { type Row, textOf } from '../data-rows.ts';
import { predictInFolds } from './naive-bayes.ts';
import { byReason, type Reasons } from './reasons.ts';
import { countOf, lineOf } from './scores.ts';

/** The label under which the message board filed what went to the environment bureau. */
const ENVIRONMENTAL = '环境保护';
const EXAMPLES = 8;

/** Whether messages that went to the environment bureau are told from the others, beside a naive Bayes. */
export function evaluateCompetence(
  rows: readonly Row[],
  classifyRow: (row: Row) => Classification,
  reasons: Reasons = new Map(),
): string[] {
  const answers = rows.flatMap((row) =>
    row.label ? [{ row, official: row.label === ENVIRONMENTAL, classification: classifyRow(row) }] : [],
  );
  if (answers.length === 0) return [];
  const baseline = predictInFolds(answers.map(({ row }) => ({ text: textOf(row), label: row.label ?? '' })));
  const bureau = answers.map(({ row, official, classification }) => ({
    row,
    official,
    matter: classification.matter,
    told: classification.competent,
  }));
  const wrong = bureau.filter(({ told, official }) => told !== official);
  const subject = answers.map(({ official, classification: { matter } }) => ({
    official,
    told: matter !== 'unknown' && matter !== 'not-environmental',
  }));
  return [
    `the environment bureau's or not: ${answers.length} messages, ${answers.filter(({ official }) => official).length} of them ${ENVIRONMENTAL}`,
    `  ${lineOf('competent      ', countOf(bureau))}`,
    `  ${lineOf('environmental  ', countOf(subject))}  also what other departments answer: fumes, neighbours, refuse`,
    `  ${lineOf('naive Bayes    ', countOf(answers.map(({ official }, i) => ({ official, told: baseline[i] === ENVIRONMENTAL }))))}  character bigrams, five folds`,
    ...examples(
      'wrongly taken',
      wrong.filter(({ told }) => told),
    ),
    ...examples(
      'wrongly left',
      wrong.filter(({ told }) => !told),
    ),
    ...byReason(
      wrong.map(({ row }) => row.id),
      reasons,
    ),
  ];
}

function examples(what: string, cases: readonly { readonly row: Row; readonly matter: string }[]): string[] {
  const byMatter = Object.groupBy(cases, ({ matter }) => matter);
  return Object.entries(byMatter).map(
    ([matter, found = []]) =>
      `  ${what} as ${matter}: ${found
        .slice(0, EXAMPLES)
        .map(({ row }) => row.id)
        .join(' ')}`,
  );
}
