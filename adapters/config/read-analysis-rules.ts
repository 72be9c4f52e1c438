import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalysisRules } from '../../domain/analysis.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Lexicon } from '../../domain/classification/lexicon.ts';
import type { Model } from '../../domain/classification/model.ts';
import { compileRules, withMatters } from '../../domain/classification/rules.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import type { DatedMatters } from '../../domain/matter.ts';
import { compileGazetteer, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { type ProvinceRules, routingOn } from '../../domain/routing/rules.ts';
import { byDay } from './by-day.ts';
import { readOrgans, readProvince, readRules } from './read-config.ts';
import { readStatutes } from './read-statutes.ts';

const GAZETTEERS = ['gazetteer', 'gazetteer-patch', 'gazetteer-towns'] as const;

/**
 * The rules beside a bundle by which complaints are classified, placed and routed, day by day. Only the first call is
 * slow.
 */
export function readAnalysisRules(folder: string): (day: Day) => AnalysisRules {
  const lexicon = readRules<Lexicon>(folder, 'lexicon');
  const taxonomy = readRules<Taxonomy>(folder, 'taxonomy');
  const matters = readRules<DatedMatters>(folder, 'matters');
  const [lawOn, province] = [readStatutes(folder), readRules<ProvinceRules>(folder, 'routing')];
  // A province may know places that the national list does not: its own divisions, its towns.
  const lists = GAZETTEERS.filter((name) => existsSync(join(folder, 'config', `${name}.json`)));
  const gazetteers = lists.map((name) => readRules<GazetteerList>(folder, name));
  const words = compileRules(
    taxonomy,
    lexicon,
    matters,
    readProvince(folder).classification,
    readRules<Model>(folder, 'model'),
  );
  const [gazetteer, organs] = [compileGazetteer(gazetteers, lexicon.characters), readOrgans(folder)];
  return byDay((day) => {
    const routing = routingOn(lawOn(day), province, matters);
    return { classification: withMatters(words, routing.matters), gazetteer, routing, organs };
  });
}
