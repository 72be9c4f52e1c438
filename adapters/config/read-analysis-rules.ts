import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gazetteerSchema } from '../../config/schemas/gazetteer.ts';
import { lexiconSchema } from '../../config/schemas/lexicon.ts';
import { routingSchema } from '../../config/schemas/routing.ts';
import { taxonomySchema } from '../../config/schemas/taxonomy.ts';
import type { AnalysisRules } from '../../domain/analysis.ts';
import { compileRules } from '../../domain/classification/rules.ts';
import { compileGazetteer } from '../../domain/place/gazetteer.ts';
import { readJson, readOrgans, readProvince } from './read-config.ts';
import { readMatters } from './read-matters.ts';

/** The rules beside a bundle by which complaints are classified, placed and routed. */
export function readAnalysisRules(folder: string): AnalysisRules {
  const lexicon = lexiconSchema.parse(readJson(folder, 'lexicon'));
  const taxonomy = taxonomySchema.parse(readJson(folder, 'taxonomy'));
  const matters = readMatters(folder);
  // A province may know places that the national list does not.
  const lists = ['gazetteer', 'gazetteer-patch'].filter((name) => existsSync(join(folder, 'config', `${name}.json`)));
  const gazetteers = lists.map((name) => gazetteerSchema.parse(readJson(folder, name)));
  return {
    classification: compileRules(taxonomy, lexicon, matters, readProvince(folder).classification),
    gazetteer: compileGazetteer(gazetteers, lexicon.characters),
    routing: { ...routingSchema.parse(readJson(folder, 'routing')), matters },
    organs: readOrgans(folder),
  };
}
