import type { HandlingWays } from '../../domain/case/outside/handling-ways.ts';
import type { Lexicon } from '../../domain/classification/lexicon.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import type { DatedMatters } from '../../domain/matter.ts';
import type { Organ } from '../../domain/organs.ts';
import type { GazetteerList } from '../../domain/place/gazetteer.ts';
import { compileRepeatRules, type RepeatTerms } from '../../domain/repeats/rules.ts';
import { inProvince } from './division.ts';
import type { Fault } from './fault.ts';
import { nearestOf } from './nearest.ts';
import type { ProvinceSettings } from './province.ts';
import type { Readable } from './readable.ts';

interface OtherFiles {
  readonly clocks: Readable<{ readonly versions: readonly { readonly version: string }[] }> | undefined;
  readonly organs: Readable<readonly Organ[]> | undefined;
  /** Names of the files in config/partners. */
  readonly formats: readonly string[];
}

/**
 * What a province file says of other files. Files that could not be read are left out: their own faults are told
 * already.
 */
export function faultsOfProvince(
  { policyVersion, catchAllOrgan, partners = [], secrets }: Readable<ProvinceSettings>,
  id: string,
  { clocks, organs, formats }: OtherFiles,
): Fault[] {
  const faults: Fault[] = [];
  const known = (list: readonly string[], word: string, at: string, why: string) => {
    if (!list.includes(word)) faults.push([at, why, `there are ${list.slice(-5).join(', ')}${nearestOf(word, list)}`]);
  };
  if (clocks?.versions && policyVersion) {
    const versions = clocks.versions.flatMap((one) => one?.version ?? []);
    const named =
      typeof policyVersion === 'string' ? [policyVersion] : policyVersion.flatMap((one) => one?.version ?? []);
    for (const one of named) known(versions, one, '/policyVersion', `"${one}" is not in config/clocks.json`);
  }
  const inRoster = (organ: string | undefined, at: string) => {
    const ids = organs?.flatMap((one) => one?.id ?? []);
    if (ids && organ) known(ids, organ, at, `"${organ}" is not in config/organs/${id}.json`);
  };
  inRoster(catchAllOrgan, '/catchAllOrgan');
  for (const [index, partner] of partners.entries()) inRoster(partner?.organ, `/partners/${index}/organ`);
  if (secrets && secrets.robots === undefined && organs?.some((organ) => organ?.robot !== undefined))
    faults.push(['/secrets/robots', 'is required where an organ has a robot']);
  for (const [index, partner] of partners.entries())
    if (partner?.adapter)
      known(
        ...([formats, partner.adapter, `/partners/${index}/adapter`] as const),
        `there is no config/partners/${partner.adapter}.json`,
      );
  return faults;
}

/** Each matter is the business of departments that there are. */
export function faultsOfMatters({ departments = {}, matters = {} }: Readable<DatedMatters>): Fault[] {
  const known = Object.keys(departments);
  return Object.entries(matters).flatMap(([code, matter]) =>
    (matter?.in ?? [])
      .flatMap((span) => [span?.lead, ...(span?.assisting ?? [])])
      .filter((department) => department !== undefined && !known.includes(department))
      .map(
        (department): Fault => [
          `/matters/${code}`,
          `unknown department "${department}"`,
          `name one of departments${nearestOf(department!, known)}`,
        ],
      ),
  );
}

/** Industries are told from sources, terms of sources and subtypes that exist. */
export function faultsOfIndustries({ industries, subtypes }: Taxonomy, { sources }: Lexicon): Fault[] {
  const { bySource, byTerm, generalTerms, silentTerms, subtypesOfAnySource, bySubtype } = industries;
  const terms = new Set(Object.values(sources).flatMap((list) => list.split(' ')));
  const unknownTerms = (at: string, list: string): Fault[] =>
    list
      .split(' ')
      .filter((term) => term !== '' && !terms.has(term))
      .map((term) => [`/industries/${at}`, `"${term}" is no term of a source in config/lexicon.json`]);
  return [
    ...Object.keys(bySource)
      .filter((source) => !(source in sources))
      .map((source) => ['/industries/bySource', `"${source}" is no source in config/lexicon.json`] as const),
    ...Object.entries(byTerm).flatMap(([industry, list]) => unknownTerms(`byTerm/${industry}`, list)),
    ...unknownTerms('generalTerms', generalTerms),
    ...unknownTerms('silentTerms', silentTerms),
    ...[...subtypesOfAnySource, ...Object.keys(bySubtype)]
      .filter((subtype) => !(subtype in subtypes))
      .map((subtype) => ['/industries', `"${subtype}" is no subtype`] as const),
  ];
}

/** Towns are nine digits of a county that one of the lists knows and that lies in the province. */
export function faultsOfTowns(
  { divisions = {} }: Readable<GazetteerList>,
  lists: readonly (Readable<GazetteerList> | undefined)[],
  { division: province }: Readable<ProvinceSettings>,
): Fault[] {
  if (province === undefined) return [];
  const counties = new Set(lists.flatMap((list) => Object.keys({ ...list?.divisions, ...list?.added })));
  return Object.keys(divisions).flatMap((town): Fault[] => {
    const known = town.length === 9 && counties.has(town.slice(0, 6)) && inProvince(town, province);
    return known
      ? []
      : [[`/divisions/${town}`, 'is no town of a county of the province', 'remove it, or mend its code']];
  });
}

/** The ways of handling speak of matters that exist. */
export function faultsOfWays(
  { matters: named = {} }: Readable<HandlingWays>,
  matters: Readable<DatedMatters> | undefined,
): Fault[] {
  const known = Object.keys(matters?.matters ?? {});
  return Object.entries(named).flatMap(([way, codes]) =>
    (codes ?? [])
      .filter((code) => code !== undefined && matters?.matters && !known.includes(code))
      .map(
        (code): Fault => [
          `/matters/${way}`,
          `"${code}" is not in config/matters.json`,
          `name one of its matters${nearestOf(code!, known)}`,
        ],
      ),
  );
}

/** Repeats speak of signs and sources that the lexicon knows. */
export function faultsOfRepeats(terms: RepeatTerms | undefined, lexicon: Lexicon | undefined): Fault[] {
  if (!terms || !lexicon) return [];
  try {
    compileRepeatRules(terms, lexicon);
    return [];
  } catch (error) {
    return [['', (error as RangeError).message]];
  }
}
