import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { lexiconSchema } from '../config/schemas/lexicon.ts';
import { mattersSchema } from '../config/schemas/matters.ts';
import { repeatsSchema } from '../config/schemas/repeats.ts';
import { taxonomySchema } from '../config/schemas/taxonomy.ts';
import { type ClassificationRules, compileRules } from '../domain/classification/rules.ts';
import type { Matters } from '../domain/matter.ts';
import { compileRepeatRules, type RepeatRules } from '../domain/repeats/rules.ts';

/** The rules as the repository holds them now; throws where a file breaks its schema. */
export function loadRules(): { rules: ClassificationRules; matters: Matters } {
  const matters = read('matters.json', mattersSchema);
  return {
    rules: compileRules(read('taxonomy.json', taxonomySchema), read('lexicon.json', lexiconSchema), matters),
    matters,
  };
}

/** How repeats are told apart; throws as above. */
export function loadRepeatRules(): RepeatRules {
  return compileRepeatRules(read('repeats.json', repeatsSchema), read('lexicon.json', lexiconSchema));
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(new URL(`../config/${file}`, import.meta.url), 'utf8')));
}
