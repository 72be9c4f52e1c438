import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { lexiconSchema } from '../config/schemas/lexicon.ts';
import { mattersSchema } from '../config/schemas/matters.ts';
import { modelSchema } from '../config/schemas/model.ts';
import { repeatsSchema } from '../config/schemas/repeats.ts';
import { statutesSchema } from '../config/schemas/statutes.ts';
import { taxonomySchema } from '../config/schemas/taxonomy.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Model } from '../domain/classification/model.ts';
import { type ClassificationRules, compileRules, withMatters } from '../domain/classification/rules.ts';
import { lawOn } from '../domain/law/cite.ts';
import type { Statutes } from '../domain/law/statutes.ts';
import { type DatedMatters, type Matters, mattersOn } from '../domain/matter.ts';
import { compileRepeatRules, type RepeatRules } from '../domain/repeats/rules.ts';
import { today } from './today.ts';

/**
 * The rules as the repository holds them now, by the law of a day, today's where none is named; throws where a file
 * breaks its schema.
 */
export function loadRules(day: Day = today()): { rules: ClassificationRules; matters: Matters } {
  const dated = loadMatters();
  const words = compileRules(
    read('taxonomy.json', taxonomySchema),
    read('lexicon.json', lexiconSchema),
    dated,
    {},
    loadModel(),
  );
  const matters = mattersOn(lawOn(day, loadStatutes()), dated);
  return { rules: withMatters(words, matters), matters };
}

/** The weights of the whole country; throws as above. */
export const loadModel = (): Model => read('model.json', modelSchema);

/** Every law that is cited, with its days; throws as above. */
export const loadStatutes = (): Statutes => read('statutes.json', statutesSchema);

/** Whose business every matter is, with the days; throws as above. */
export const loadMatters = (): DatedMatters => read('matters.json', mattersSchema);

/** How repeats are told apart; throws as above. */
export function loadRepeatRules(): RepeatRules {
  return compileRepeatRules(read('repeats.json', repeatsSchema), read('lexicon.json', lexiconSchema), loadModel());
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(new URL(`../config/${file}`, import.meta.url), 'utf8')));
}
