import { readFileSync } from 'node:fs';
import { lexiconSchema } from '../../../config/schemas/lexicon.ts';
import { modelSchema } from '../../../config/schemas/model.ts';
import { repeatsSchema } from '../../../config/schemas/repeats.ts';
import { hashKeyFrom } from '../../../domain/repeats/keyed-hash.ts';
import { type EarlierCase, type Related, relationOf } from '../../../domain/repeats/relation.ts';
import { compileRepeatRules } from '../../../domain/repeats/rules.ts';
import { type RepeatSource, sketchOf } from '../../../domain/repeats/sketch.ts';

const config = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../config/${file}`, import.meta.url), 'utf8'));

/** The rules as they are shipped. */
export const rules = compileRepeatRules(
  repeatsSchema.parse(config('repeats.json')),
  lexiconSchema.parse(config('lexicon.json')),
  modelSchema.parse(config('model.json')),
);

export const key = hashKeyFrom('5ca1ab1e0ddba115');

export const sketched = (source: string | RepeatSource) =>
  sketchOf(typeof source === 'string' ? { text: source } : source, rules, key);

/** How the second complaint relates to the first, three weeks later unless said otherwise. */
export const relationBetween = (
  earlier: string | RepeatSource,
  recent: string | RepeatSource,
  since: EarlierCase = { daysAgo: 21, ended: false },
): Related => relationOf(sketched(recent), sketched(earlier), since, rules);
