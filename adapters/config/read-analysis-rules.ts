import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalysisRules } from '../../domain/analysis.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Lexicon } from '../../domain/classification/lexicon.ts';
import type { Model } from '../../domain/classification/model.ts';
import { compileRules, withMatters } from '../../domain/classification/rules.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import { lazy } from '../../domain/lazy.ts';
import type { DatedMatters } from '../../domain/matter.ts';
import { compileGazetteer, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { type ProvinceRules, routingOn } from '../../domain/routing/rules.ts';
import { byDay } from './by-day.ts';
import { readOrgans, readProvince, readRules } from './read-config.ts';
import { readStatutes } from './read-statutes.ts';

const GAZETTEERS = ['gazetteer', 'gazetteer-patch', 'gazetteer-towns'] as const;

/**
 * The rules beside a bundle by which complaints are classified, placed and routed, day by day. They are read by the first
 * call, which is slow, so that a start is not.
 */
export function readAnalysisRules(folder: string): (day: Day) => AnalysisRules {
  const rules = lazy(() => readAll(folder));
  return byDay((day) => {
    const { lawOn, province, matters, words, ...rest } = rules();
    const routing = routingOn(lawOn(day), province, matters);
    return { classification: withMatters(words, routing.matters), routing, ...rest };
  });
}

function readAll(folder: string) {
  const lexicon = readRules<Lexicon>(folder, 'lexicon');
  const matters = readRules<DatedMatters>(folder, 'matters');
  // A province may know places that the national list does not: its own divisions, its towns.
  const lists = GAZETTEERS.filter((name) => existsSync(join(folder, 'config', `${name}.json`)));
  const gazetteers = lists.map((name) => readRules<GazetteerList>(folder, name));
  return {
    lawOn: readStatutes(folder),
    province: readRules<ProvinceRules>(folder, 'routing'),
    matters,
    words: compileRules(
      readRules<Taxonomy>(folder, 'taxonomy'),
      lexicon,
      matters,
      readProvince(folder).classification,
      readRules<Model>(folder, 'model'),
    ),
    gazetteer: compileGazetteer(gazetteers, lexicon.characters),
    organs: readOrgans(folder),
  };
}
