import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalysisRules } from '../../domain/analysis.ts';
import type { Lexicon } from '../../domain/classification/lexicon.ts';
import { compileRules } from '../../domain/classification/rules.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import { compileGazetteer, type GazetteerList } from '../../domain/place/gazetteer.ts';
import type { ProvinceRules } from '../../domain/routing/rules.ts';
import { readOrgans, readProvince, readRules } from './read-config.ts';
import { readMatters } from './read-matters.ts';

const GAZETTEERS = ['gazetteer', 'gazetteer-patch', 'gazetteer-towns'] as const;

/** The rules beside a bundle by which complaints are classified, placed and routed. */
export function readAnalysisRules(folder: string): AnalysisRules {
  const lexicon = readRules<Lexicon>(folder, 'lexicon');
  const taxonomy = readRules<Taxonomy>(folder, 'taxonomy');
  const matters = readMatters(folder);
  // A province may know places that the national list does not: its own divisions, its towns.
  const lists = GAZETTEERS.filter((name) => existsSync(join(folder, 'config', `${name}.json`)));
  const gazetteers = lists.map((name) => readRules<GazetteerList>(folder, name));
  return {
    classification: compileRules(taxonomy, lexicon, matters, readProvince(folder).classification),
    gazetteer: compileGazetteer(gazetteers, lexicon.characters),
    routing: { ...readRules<ProvinceRules>(folder, 'routing'), matters },
    organs: readOrgans(folder),
  };
}
