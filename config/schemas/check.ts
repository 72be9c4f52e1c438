import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import type { Finding } from '../../domain/finding.ts';
import { lawOn } from '../../domain/law/cite.ts';
import { lintStatutes } from '../../domain/law/lint-statutes.ts';
import { lintMatters } from '../../domain/routing/lint-matters.ts';
import { CalendarFile } from './calendar.ts';
import { campaignSchema, faultsOfCampaigns } from './campaign.ts';
import { ClocksFile, faultsOfClocks, faultsOfLadders, LaddersFile, ProvinceLaddersFile } from './clocks.ts';
import {
  type Fault,
  faultsOfIndustries,
  faultsOfOrgans,
  faultsOfProvince,
  faultsOfRepeats,
  faultsOfRouting,
  faultsOfTowns,
  faultsOfWays,
} from './cross-checks.ts';
import { gazetteerSchema } from './gazetteer.ts';
import { handlingWaysSchema } from './handling-ways.ts';
import { lexiconSchema } from './lexicon.ts';
import { routingFindings } from './lint.ts';
import { mattersSchema } from './matters.ts';
import { organsSchema } from './organs.ts';
import { partnerFormatSchema } from './partner-format.ts';
import { ProvinceFile, type ProvinceSettings } from './province.ts';
import { faultLine, readChecked } from './read-checked.ts';
import { repeatsSchema } from './repeats.ts';
import { routingSchema } from './routing.ts';
import { statutesSchema } from './statutes.ts';
import { taxonomySchema } from './taxonomy.ts';

/**
 * Every province whose own file can be read, and every fault of all files: one readable line each. With faults, deploy
 * nothing.
 */
export interface CheckedConfig {
  readonly provinces: readonly ProvinceSettings[];
  readonly faults: readonly string[];
  /** What may be deployed, but should be known: one readable line each. */
  readonly warnings: readonly string[];
}

/**
 * Reads and checks all of `folder` (config/) as of a day in Beijing, so that whoever reads the faults can put all of
 * them right at once.
 */
export function checkConfig(folder: string, today: Day): CheckedConfig {
  const faults: string[] = [];
  const warnings: string[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>) => readChecked(folder, file, schema, faults);
  const tell = (file: string, found: readonly Fault[]) =>
    faults.push(...found.map(([at, why]) => faultLine(file, at, why)));

  const tellFindings = (file: string, findings: readonly Finding[]) => {
    for (const { severity, pointer, message } of findings)
      (severity === 'error' ? faults : warnings).push(faultLine(file, pointer, message));
  };

  const versions = read('clocks.json', ClocksFile)?.versions;
  if (versions) tell('clocks.json', faultsOfClocks(versions));
  const chases = (file: string, schema: z.ZodType<{ readonly clocks: object }>) => {
    const ladders = read(file, schema);
    if (ladders && versions) tell(file, faultsOfLadders(ladders, versions));
  };
  chases('ladders/default.json', LaddersFile);
  const statutes = read('statutes.json', statutesSchema);
  const matters = read('matters.json', mattersSchema);
  if (statutes) tellFindings('statutes.json', lintStatutes(statutes, today));
  if (statutes && matters) tellFindings('matters.json', lintMatters(matters, statutes, today));
  // Where the law has faults, whose business a matter is cannot be told.
  const law = statutes && faults.length === 0 ? lawOn(today, statutes) : undefined;
  read('calendar.json', CalendarFile);
  const [taxonomy, lexicon] = [read('taxonomy.json', taxonomySchema), read('lexicon.json', lexiconSchema)];
  if (taxonomy && lexicon) tell('taxonomy.json', faultsOfIndustries(taxonomy, lexicon));
  tell('repeats.json', faultsOfRepeats(read('repeats.json', repeatsSchema), lexicon));
  const ways = read('handling-ways.json', handlingWaysSchema);
  if (ways) tell('handling-ways.json', faultsOfWays(ways, matters));
  const national = read('gazetteer/national.json', gazetteerSchema);
  const formats = namesIn(folder, 'partners');
  for (const format of formats) read(`partners/${format}.json`, partnerFormatSchema);
  const campaigns = new Map(
    namesIn(folder, 'campaigns').map((id) => [id, read(`campaigns/${id}.json`, campaignSchema)] as const),
  );

  const provinces = namesIn(folder, 'provinces').flatMap((id) => {
    const file = `provinces/${id}.json`;
    const province = read(file, ProvinceFile);
    const organs = read(`organs/${id}.json`, organsSchema)?.organs;
    const routing = read(`routing/${id}.json`, routingSchema);
    const [own, towns] = [`gazetteer/${id}.json`, `gazetteer/towns/${id}.json`].map((list) =>
      existsSync(join(folder, list)) ? read(list, gazetteerSchema) : undefined,
    );
    if (existsSync(join(folder, `ladders/${id}.json`))) chases(`ladders/${id}.json`, ProvinceLaddersFile);
    if (!province) return [];
    if (province.id !== id) tell(file, [['/id', `must be "${id}", as the file is named`]]);
    tell(file, faultsOfProvince(province, { versions, organs, formats }));
    tell(file, faultsOfCampaigns(province.campaigns, campaigns));
    if (organs) tell(`organs/${id}.json`, faultsOfOrgans(organs, province));
    if (routing) tell(`routing/${id}.json`, faultsOfRouting(routing, matters, province));
    if (towns) tell(`gazetteer/towns/${id}.json`, faultsOfTowns(towns, [national, own], province));
    const gazetteers = [national, own];
    tellFindings(`routing/${id}.json`, routingFindings({ routing, law, matters, organs, gazetteers }));
    return [province];
  });
  tell('provinces', faultsBetween(provinces));
  return { provinces, faults, warnings };
}

/** Of the JSON files in a folder of config/, without their ending. */
const namesIn = (folder: string, part: string): string[] =>
  readdirSync(join(folder, part))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted();

/** A receipt must say by its letters which province gave it. */
function faultsBetween(provinces: readonly ProvinceSettings[]): Fault[] {
  const byLetters = Map.groupBy(provinces, ({ letters }) => letters);
  return [...byLetters]
    .filter(([, sharing]) => sharing.length > 1)
    .map(([letters, sharing]) => ['', `${sharing.map(({ id }) => id).join(' and ')} have the same letters ${letters}`]);
}
