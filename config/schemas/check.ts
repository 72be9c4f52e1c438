import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import { lawOn } from '../../domain/law/cite.ts';
import { lintStatutes } from '../../domain/law/lint-statutes.ts';
import { lintMatters } from '../../domain/routing/lint-matters.ts';
import { CalendarFile } from './calendar.ts';
import { campaignSchema } from './campaign.ts';
import { checkNoticeTexts } from './check-notice-texts.ts';
import { checkProvince, type National } from './check-province.ts';
import { ClocksFile, faultsOfClocks, faultsOfLadders, faultsOfLaw, faultsOfRepeated, LaddersFile } from './clocks.ts';
import { faultsOfIndustries, faultsOfMatters, faultsOfRepeats, faultsOfWays } from './cross-checks.ts';
import { type ConfigFault, type Fault, faultLine } from './fault.ts';
import { Findings } from './findings.ts';
import { gazetteerSchema } from './gazetteer.ts';
import { handlingWaysSchema } from './handling-ways.ts';
import { faultsOfElements, letterElementsSchema } from './letter-elements.ts';
import { lexiconSchema } from './lexicon.ts';
import { faultsOfMarks, MarksFile } from './marks.ts';
import { mattersSchema } from './matters.ts';
import { modelSchema } from './model.ts';
import { CONTRACTS } from './notice-checks.ts';
import { faultsOfHours, faultsOfRungs, NoticeHoursFile } from './notice-hours.ts';
import { faultsOfFormat, partnerFormatSchema } from './partner-format.ts';
import { pricesSchema } from './prices.ts';
import type { ProvinceSettings } from './province.ts';
import { readChecked } from './read-checked.ts';
import { regionsSchema } from './regions.ts';
import { repeatsSchema } from './repeats.ts';
import { retentionSchema } from './retention.ts';
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
  /** Both, with what to do about each. */
  readonly findings: readonly ConfigFault[];
}

/**
 * Reads and checks all of `folder` (config/) as of a day in Beijing: shapes and what one file says of another, so that
 * whoever reads the faults can put all of them right at once.
 */
export function checkConfig(folder: string, today: Day): CheckedConfig {
  const found = new Findings();
  const national = checkNational(folder, today, found);
  const parts = namesIn(folder, 'provinces').map((id) => checkProvince(id, folder, national, found));
  checkNoticeTexts(folder, namesIn(folder, 'provinces'), checkElements(folder, national, found), found);
  found.tell('provinces', faultsBetween(parts));
  const lines = (severity: ConfigFault['severity']) =>
    found.all.filter((one) => one.severity === severity).map(faultLine);
  const provinces = parts.flatMap(({ whole }) => whole ?? []);
  return { provinces, faults: lines('error'), warnings: lines('warning'), findings: found.all };
}

/** What is the same in all provinces. */
function checkNational(folder: string, today: Day, found: Findings): National {
  const read = <T>(file: string, schema: z.ZodType<T>) => found.with(readChecked(folder, file, schema));
  const clocks = read('clocks.json', ClocksFile);
  if (clocks.whole) found.tell('clocks.json', faultsOfClocks(clocks.whole));
  const ladders = read('ladders/default.json', LaddersFile).part;
  if (ladders) found.tell('ladders/default.json', faultsOfLadders(ladders, clocks.part));
  if (ladders) found.tell('ladders/default.json', faultsOfRepeated(ladders, ladders.stricter ?? {}));
  const marks = read('marks.json', MarksFile).part;
  if (marks?.marks) found.tell('marks.json', faultsOfMarks(marks.marks, '/marks', ladders?.stricter));
  const statutes = read('statutes.json', statutesSchema).whole;
  const matters = read('matters.json', mattersSchema);
  if (matters.part) found.tell('matters.json', faultsOfMatters(matters.part));
  if (statutes) found.note('statutes.json', lintStatutes(statutes, today));
  if (statutes && clocks.whole) found.tell('clocks.json', faultsOfLaw(clocks.whole, statutes));
  if (statutes && matters.whole) found.note('matters.json', lintMatters(matters.whole, statutes, today));
  // Where the law has faults, whose business a matter is cannot be told.
  const isSound = !found.hasErrorsIn('statutes.json', 'matters.json');
  read('calendar.json', CalendarFile);
  read('model.json', modelSchema);
  for (const id of namesIn(folder, 'models')) read(`models/${id}.json`, modelSchema);
  read('prices.json', pricesSchema);
  read('retention.json', retentionSchema);
  const [taxonomy, lexicon] = [read('taxonomy.json', taxonomySchema).whole, read('lexicon.json', lexiconSchema).whole];
  if (taxonomy && lexicon) found.tell('taxonomy.json', faultsOfIndustries(taxonomy, lexicon));
  found.tell('repeats.json', faultsOfRepeats(read('repeats.json', repeatsSchema).whole, lexicon));
  const hours = read('notice-hours.json', NoticeHoursFile).whole;
  if (hours) found.tell('notice-hours.json', faultsOfHours({}, hours));
  if (hours && ladders) found.tell('ladders/default.json', faultsOfRungs(ladders, hours));
  const ways = read('handling-ways.json', handlingWaysSchema).part;
  if (ways) found.tell('handling-ways.json', faultsOfWays(ways, matters.part));
  const gazetteer = read('gazetteer/national.json', gazetteerSchema).whole;
  return {
    clocks: clocks.part,
    policies: clocks.whole,
    stricter: ladders?.stricter,
    hours,
    matters,
    law: statutes && isSound ? lawOn(today, statutes) : undefined,
    gazetteer,
    formats: checkFormats(folder, found),
    regions: read('regions.json', regionsSchema).whole,
    campaigns: new Map(
      namesIn(folder, 'campaigns').map((id) => [id, read(`campaigns/${id}.json`, campaignSchema).whole] as const),
    ),
  };
}

/** What letters to complainants must say. */
function checkElements(folder: string, { law }: National, found: Findings) {
  const { whole } = found.with(readChecked(folder, 'letter-elements.json', letterElementsSchema));
  if (whole && law) found.tell('letter-elements.json', faultsOfElements(whole, Object.keys(CONTRACTS), law));
  return whole?.letters ?? {};
}

/** The names of the files in config/partners. */
function checkFormats(folder: string, found: Findings): string[] {
  const formats = namesIn(folder, 'partners');
  for (const format of formats) {
    const { part } = found.with(readChecked(folder, `partners/${format}.json`, partnerFormatSchema));
    if (part) found.tell(`partners/${format}.json`, faultsOfFormat(part));
  }
  return formats;
}

/** Of the JSON files in a folder of config/, without their ending. */
function namesIn(folder: string, part: string): string[] {
  const path = join(folder, part);
  const files = existsSync(path) ? readdirSync(path) : [];
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted();
}

/** A receipt must say by its letters which province gave it. */
function faultsBetween(provinces: readonly { readonly id: string; readonly letters?: string | undefined }[]): Fault[] {
  const byLetters = Map.groupBy(
    provinces.filter(({ letters }) => letters),
    ({ letters }) => letters,
  );
  return [...byLetters]
    .filter(([, sharing]) => sharing.length > 1)
    .map(([letters, sharing]) => [
      '',
      `${sharing.map(({ id }) => id).join(' and ')} have the same letters ${letters}`,
      'give one of them other letters, in its province file; never one that has given receipts',
    ]);
}
