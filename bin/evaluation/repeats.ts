import { bucketsOf } from '../../domain/repeats/buckets.ts';
import { type HashKey, hashKeyFrom } from '../../domain/repeats/keyed-hash.ts';
import { relationOf } from '../../domain/repeats/relation.ts';
import type { RepeatRules } from '../../domain/repeats/rules.ts';
import { type RepeatSketch, sketchOf } from '../../domain/repeats/sketch.ts';
import { type HardNegativeRow, type Row, textOf } from '../data-rows.ts';

/** A complaint of which it is known which others are about the same matter. */
export interface KnownRepeat {
  readonly id: string;
  readonly event: string;
  readonly text: string;
}

/** Two complaints that look alike and are about two places. */
export interface HardNegative {
  readonly id: string;
  readonly texts: readonly [string, string];
}

export interface RepeatScores {
  readonly precision: number;
  readonly recall: number;
  /** The share of true pairs that share a bucket, so that the later one would find the earlier. */
  readonly found: number;
  readonly joinedHardNegatives: readonly string[];
  /** Pairs told wrongly: which, and what was told. */
  readonly wrong: readonly string[];
}

/** Any key will do where nothing is kept. */
const KEY = hashKeyFrom('5ca1ab1e0ddba115');

/** Nothing where no row has an `event_id`. */
export function evaluateRepeats(rows: readonly Row[], pairs: readonly HardNegativeRow[], rules: RepeatRules): string[] {
  const known = rows.flatMap((row) => (row.event_id ? [{ id: row.id, event: row.event_id, text: textOf(row) }] : []));
  if (known.length === 0) return [];
  const hardNegatives = pairs.map(({ a, b, title_a, title_b, text_a, text_b }) => ({
    id: `${a} ${b}`,
    texts: [textOf({ title: title_a, text: text_a }), textOf({ title: title_b, text: text_b })] as const,
  }));
  return repeatLines(measureRepeats(known, hardNegatives, rules, KEY));
}

/** Each pair both ways, as if the one or the other had come first, ten days apart. */
export function measureRepeats(
  known: readonly KnownRepeat[],
  hardNegatives: readonly HardNegative[],
  rules: RepeatRules,
  key: HashKey,
): RepeatScores {
  const sketches = known.map(({ text }) => sketchOf({ text }, rules, key));
  const joins = (recent: RepeatSketch, earlier: RepeatSketch): boolean =>
    relationOf(recent, earlier, { daysAgo: 10, ended: false }, rules).relation === 'same-matter';
  const pairs = known.flatMap((one, i) =>
    known.flatMap((other, j) => {
      if (i === j) return [];
      const [recent, earlier] = [sketches[i]!, sketches[j]!];
      const same = one.event === other.event;
      const found = same && bucketsOf(recent).some((bucket) => bucketsOf(earlier).includes(bucket));
      return [{ id: `${one.id} ${other.id}`, same, found, told: joins(recent, earlier) }];
    }),
  );
  const [same, told] = [pairs.filter((pair) => pair.same), pairs.filter((pair) => pair.told)];
  const right = told.filter((pair) => pair.same).length;
  return {
    precision: right / told.length,
    recall: right / same.length,
    found: same.filter((pair) => pair.found).length / same.length,
    joinedHardNegatives: hardNegatives
      .filter(({ texts: [one, other] }) =>
        joins(sketchOf({ text: one }, rules, key), sketchOf({ text: other }, rules, key)),
      )
      .map(({ id }) => id),
    wrong: pairs
      .filter((pair) => pair.same !== pair.told)
      .map(({ id, same: joined }) => `${id}: ${joined ? 'missed' : 'joined wrongly'}`),
  };
}

/** The scores in lines for a terminal, without a word of what people wrote. */
export function repeatLines({ precision, recall, found, joinedHardNegatives, wrong }: RepeatScores): string[] {
  return [
    `repeats: pair precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, found by bucket ${found.toFixed(3)}`,
    `  hard negatives joined: ${joinedHardNegatives.join(' ') || 'none'}`,
    ...wrong.map((pair) => `  ${pair}`),
  ];
}
