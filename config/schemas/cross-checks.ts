import type { HandlingWays } from '../../domain/case/handling-ways.ts';
import type { Lexicon } from '../../domain/classification/lexicon.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import type { Policy } from '../../domain/clocks/policy.ts';
import type { DatedMatters } from '../../domain/matter.ts';
import type { Organ } from '../../domain/organs.ts';
import { divisionsOf, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { compileRepeatRules, type RepeatTerms } from '../../domain/repeats/rules.ts';
import type { ProvinceRules } from '../../domain/routing/rules.ts';
import type { ProvinceSettings } from './province.ts';

/** Where in its file, as a JSON pointer, and what is wrong there. */
export type Fault = readonly [pointer: string, message: string];

interface OtherFiles {
  readonly versions: readonly Policy[] | undefined;
  readonly organs: readonly Organ[] | undefined;
  /** Names of the files in config/partners. */
  readonly formats: readonly string[];
}

/**
 * What a province file says of other files. Files that could not be read are left out: their own faults are told
 * already.
 */
export function faultsOfProvince(province: ProvinceSettings, { versions, organs, formats }: OtherFiles): Fault[] {
  const { policyVersion, catchAllOrgan, partners } = province;
  const faults: Fault[] = [];
  const named = typeof policyVersion === 'string' ? [policyVersion] : policyVersion.map(({ version }) => version);
  for (const one of named)
    if (versions && !versions.some(({ version }) => version === one))
      faults.push(['/policyVersion', `"${one}" is not in config/clocks.json`]);
  if (organs && !organs.some(({ id }) => id === catchAllOrgan))
    faults.push(['/catchAllOrgan', `"${catchAllOrgan}" is not in config/organs/${province.id}.json`]);
  for (const [index, { adapter }] of partners.entries())
    if (!formats.includes(adapter))
      faults.push([`/partners/${index}/adapter`, `there is no config/partners/${adapter}.json`]);
  return faults;
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

/** Every organ lies in the province, and whoever goes up from one to its superior comes to an end. */
export function faultsOfOrgans(organs: readonly Organ[], { division }: ProvinceSettings): Fault[] {
  const superiors = new Map(organs.map(({ id, superior }) => [id, superior]));
  return organs.flatMap((organ, index): Fault[] => [
    ...(inProvince(organ.division, division)
      ? []
      : [[`/organs/${index}/division`, `${organ.division} does not lie in the province ${division}`] as const]),
    ...(goesInCircles(organ.id, superiors)
      ? [[`/organs/${index}/superior`, `"${organ.id}" is in the end its own superior`] as const]
      : []),
  ]);
}

/** Routing rules speak of this province, of matters that exist, and of departments that exist. */
export function faultsOfRouting(
  routing: ProvinceRules,
  matters: DatedMatters | undefined,
  province: ProvinceSettings,
): Fault[] {
  const faults: Fault[] = [];
  if (routing.province !== province.division) faults.push(['/province', `must be ${province.division}`]);
  if (routing.catchAll !== province.catchAllOrgan)
    faults.push(['/catchAll', `must be "${province.catchAllOrgan}", the catchAllOrgan of the province file`]);
  for (const [index, rule] of routing.rules.entries()) {
    const at = `/rules/${index}`;
    for (const code of rule.divisions ?? [])
      if (!inProvince(code, province.division))
        faults.push([`${at}/divisions`, `${code} does not lie in the province`]);
    for (const matter of rule.matters ?? [])
      if (matters && !(matter in matters.matters))
        faults.push([`${at}/matters`, `"${matter}" is not in config/matters.json`]);
    for (const department of [...(rule.lead ? [rule.lead] : []), ...(rule.assisting ?? [])])
      if (matters && !(department in matters.departments))
        faults.push([at, `department "${department}" is not in config/matters.json`]);
  }
  return faults;
}

/** Towns are nine digits of a county that one of the lists knows and that lies in the province. */
export function faultsOfTowns(
  { divisions }: GazetteerList,
  lists: readonly (GazetteerList | undefined)[],
  province: ProvinceSettings,
): Fault[] {
  const counties = divisionsOf(lists.filter((list) => list !== undefined));
  return Object.keys(divisions).flatMap((town): Fault[] => {
    const known = town.length === 9 && counties.has(town.slice(0, 6)) && inProvince(town, province.division);
    return known ? [] : [[`/divisions/${town}`, 'is no town of a county of the province']];
  });
}

/** The ways of handling speak of matters that exist. */
export function faultsOfWays({ matters: named }: HandlingWays, matters: DatedMatters | undefined): Fault[] {
  return Object.entries(named).flatMap(([way, codes]) =>
    codes
      .filter((code) => matters && !(code in matters.matters))
      .map((code): Fault => [`/matters/${way}`, `"${code}" is not in config/matters.json`]),
  );
}

const inProvince = (code: string, province: string): boolean => code.slice(0, 2) === province.slice(0, 2);

function goesInCircles(start: string, superiors: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let id = superiors.get(start); id !== undefined && !seen.has(id); id = superiors.get(id)) {
    if (id === start) return true;
    seen.add(id);
  }
  return false;
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
