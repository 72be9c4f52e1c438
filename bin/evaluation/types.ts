import { type Classification, POLLUTION_TYPES } from '../../domain/classification/classification.ts';
import type { Row } from '../data-rows.ts';
import { type Count, countOf, lineOf, scoresOf, shareOf, totalOf } from './scores.ts';

const MACRO_TYPES = ['大气', '水', '噪声', '土壤', '生态'];
/** Most inspection tables have no 固废: waste stands under 土壤 there, so the two are counted as one. */
const AS_ONE: Readonly<Record<string, string>> = { 固废: '土壤' };
const MEASURED = POLLUTION_TYPES.filter((type) => !(type in AS_ONE));
const EXAMPLES = 5;

interface Pair {
  readonly id: string;
  readonly told: readonly string[];
  readonly official: readonly string[];
}

/** Types told against the official ones. A row whose official types were not seen says nothing and is left out. */
export function evaluateTypes(rows: readonly Row[], classifyRow: (row: Row) => Classification): string[] {
  const pairs = rows.flatMap((row) =>
    row.labels_norm?.length
      ? [{ id: row.id, told: asMeasured(classifyRow(row).types), official: asMeasured(row.labels_norm) }]
      : [],
  );
  if (pairs.length === 0) return [];
  const counts = new Map<string, Count>(MEASURED.map((type) => [type, countFor(type, pairs)]));
  const hits = pairs.filter(({ told, official }) => told.some((type) => official.includes(type)));
  const macro = MACRO_TYPES.map((type) => scoresOf(counts.get(type)!).f1);
  return [
    `pollution types: ${pairs.length} complaints with official types; 固废 counts as 土壤`,
    ...[...counts].map(([type, count]) => `  ${lineOf(type, count)}`),
    `  ${lineOf('micro', totalOf([...counts.values()]))}`,
    `  macro F1 over ${MACRO_TYPES.join(' ')}: ${(macro.reduce((sum, f1) => sum + f1, 0) / macro.length).toFixed(3)}`,
    `  hits any official type: ${shareOf(hits.length, pairs.length).toFixed(3)} (${hits.length} of ${pairs.length})`,
    `  types told per complaint: ${shareOf(pairs.flatMap(({ told }) => told).length, pairs.length).toFixed(2)}, official: ${shareOf(pairs.flatMap(({ official }) => official).length, pairs.length).toFixed(2)}`,
    ...confusions(pairs),
    ...misses(pairs),
  ];
}

const asMeasured = (types: readonly string[]): string[] => [...new Set(types.map((type) => AS_ONE[type] ?? type))];

function countFor(type: string, pairs: readonly Pair[]): Count {
  return countOf(pairs.map(({ told, official }) => ({ told: told.includes(type), official: official.includes(type) })));
}

/** Which type was told where another was official, the commonest first, with the ids of some complaints. */
function confusions(pairs: readonly Pair[]): string[] {
  const confused = pairs.flatMap(({ id, told, official }) => {
    const missed = official.filter((type) => !told.includes(type));
    const extra = told.filter((type) => !official.includes(type));
    return missed.flatMap((was) => extra.map((instead) => ({ id, what: `${was} taken for ${instead}` })));
  });
  return [...Map.groupBy(confused, ({ what }) => what)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([what, found]) => `  confused: ${what}: ${found.length} (${idsOf(found)})`);
}

const idsOf = (found: readonly { readonly id: string }[]): string =>
  found
    .slice(0, EXAMPLES)
    .map(({ id }) => id)
    .join(' ');

/** The commonest total misses, with the ids of some complaints: texts stay out of a terminal. */
function misses(pairs: readonly Pair[]): string[] {
  const ids = new Map<string, string[]>();
  for (const { id, told, official } of pairs) {
    if (told.some((type) => official.includes(type))) continue;
    const difference = `official ${official.join('、')}, told ${told.join('、') || 'none'}`;
    ids.set(difference, [...(ids.get(difference) ?? []), id]);
  }
  const missed = [...ids].sort(([, a], [, b]) => b.length - a.length);
  return missed.map(([difference, found]) => `  missed: ${difference}: ${found.slice(0, EXAMPLES).join(' ')}`);
}
