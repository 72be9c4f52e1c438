import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { LawOfDay } from '../../domain/law/cite.ts';
import type { DatedMatters } from '../../domain/matter.ts';
import type { NoticeHours } from '../../domain/notices/delivery/waiting-hours.ts';
import type { Campaign } from '../../domain/partners/campaign.ts';
import type { GazetteerList } from '../../domain/place/gazetteer.ts';
import { faultsOfCampaigns } from './campaign.ts';
import { type ClocksFile, faultsOfLadders, faultsOfRepeated, LocalPolicyFile, ProvinceLaddersFile } from './clocks.ts';
import { faultsOfProvince, faultsOfTowns } from './cross-checks.ts';
import type { Fault } from './fault.ts';
import type { Findings } from './findings.ts';
import { gazetteerSchema } from './gazetteer.ts';
import { routingFindings } from './lint.ts';
import { faultsOfLocalPolicy } from './local-policy.ts';
import { faultsOfMarks } from './marks.ts';
import { faultsOfHours, faultsOfRungs } from './notice-hours.ts';
import { organsSchema } from './organs.ts';
import { ProvinceFile, type ProvinceSettings } from './province.ts';
import { faultsOfSettings } from './province-rules.ts';
import { type Reading, readChecked } from './read-checked.ts';
import type { Readable } from './readable.ts';
import { faultsOfRegion, type Regions } from './regions.ts';
import { faultsOfOrgans, faultsOfRouting } from './roster-checks.ts';
import { routingSchema } from './routing.ts';

/** What provinces are held against. */
export interface National {
  readonly clocks: Readable<z.infer<typeof ClocksFile>> | undefined;
  /** The same, where nothing in it is broken. */
  readonly policies: z.infer<typeof ClocksFile> | undefined;
  /** Ladders of marked cases. */
  readonly stricter: object | undefined;
  /** Undefined where they are broken. */
  readonly hours: NoticeHours | undefined;
  readonly matters: Reading<DatedMatters>;
  /** Undefined where the law itself has faults. */
  readonly law: LawOfDay | undefined;
  readonly gazetteer: GazetteerList | undefined;
  /** Names of the files in config/partners. */
  readonly formats: readonly string[];
  readonly campaigns: ReadonlyMap<string, Campaign | undefined>;
  readonly regions: Regions | undefined;
}

interface CheckedProvince {
  readonly id: string;
  readonly letters: string | undefined;
  readonly whole: ProvinceSettings | undefined;
}

/** Every file of one province, by itself and against all others. */
export function checkProvince(id: string, folder: string, national: National, found: Findings): CheckedProvince {
  const read = <T>(file: string, schema: z.ZodType<T>) => found.with(readChecked(folder, file, schema));
  const isThere = (file: string) => existsSync(join(folder, file));
  const file = `provinces/${id}.json`;
  const { whole, part } = read(file, ProvinceFile);
  const province = part ?? {};
  const organs = read(`organs/${id}.json`, organsSchema).part?.organs;
  const routing = read(`routing/${id}.json`, routingSchema);
  const lists = [`gazetteer/${id}.json`, `gazetteer/towns/${id}.json`];
  const [own, towns] = lists.map((list) => (isThere(list) ? read(list, gazetteerSchema).part : undefined));
  const ladders = `ladders/${id}.json`;
  const chased = isThere(ladders) ? read(ladders, ProvinceLaddersFile).part : undefined;
  const stricter = { ...national.stricter, ...chased?.stricter };
  if (chased) found.tell(ladders, faultsOfLadders(chased, national.clocks));
  if (chased) found.tell(ladders, faultsOfRepeated(chased, stricter));
  const { noticeHours } = province;
  if (noticeHours && national.hours)
    found.tell(file, under('/noticeHours', faultsOfHours(noticeHours, national.hours)));
  const quiet = whole?.noticeHours?.quiet ?? national.hours?.quiet;
  if (chased && quiet) found.tell(ladders, faultsOfRungs(chased, { quiet }));
  const policy = `policies/${id}.json`;
  const local = isThere(policy) ? read(policy, LocalPolicyFile).whole : undefined;
  if (local && national.policies) found.tell(policy, faultsOfLocalPolicy(local, national.policies));

  const { matters, gazetteer } = national;
  // Where the province's own code is broken, that of its routing says as well what lies in it.
  const settings = { ...province, division: province.division ?? routing.part?.province };
  if (part) found.tell(file, faultsOfSettings(part));
  if (national.regions) found.tell(file, faultsOfRegion(province, national.regions));
  if (province.id !== undefined && province.id !== id)
    found.tell(file, [['/id', `must be "${id}", as the file is named`]]);
  found.tell(file, faultsOfProvince(province, id, { ...national, organs }));
  found.tell(file, faultsOfMarks(province.keyMatters ?? {}, '/keyMatters', national.stricter && stricter));
  found.tell(file, faultsOfCampaigns(province.campaigns ?? [], national.campaigns));
  if (organs) found.tell(`organs/${id}.json`, faultsOfOrgans(organs, settings, matters.part));
  if (routing.part) found.tell(`routing/${id}.json`, faultsOfRouting(routing.part, matters.part, settings));
  if (towns) found.tell(lists[1]!, faultsOfTowns(towns, [gazetteer, own], settings));
  const gazetteers = [gazetteer, own];
  found.note(
    `routing/${id}.json`,
    routingFindings({ routing, law: national.law, matters: matters.whole, organs, gazetteers }),
  );
  return { id, letters: province.letters, whole };
}

const under = (part: string, faults: readonly Fault[]): Fault[] =>
  faults.map(([pointer, ...rest]) => [`${part}${pointer}`, ...rest]);
