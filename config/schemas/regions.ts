import * as z from 'zod';
import type { Fault } from './fault.ts';
import type { ProvinceSettings } from './province.ts';
import type { Readable } from './readable.ts';
import { name } from './texts.ts';

const SERVICES = [
  ...['ses-sending', 'ses-receiving', 'sns-text-messages', 'cognito', 'open-routes', 'dead-letter-redrive'],
  ...['scheduler', 'lambda-tracing'],
] as const;
export type Service = (typeof SERVICES)[number];

/** By service, where it stands that it is not there. */
const lacks = z.partialRecord(z.enum(SERVICES), name);

/** config/regions.json: what the regions of AWS lack. */
export const regionsSchema = z.strictObject({
  $schema: z.string().optional(),
  readOn: z.iso.date(),
  note: z.string(),
  services: z.record(z.enum(SERVICES), z.strictObject({ what: name, instead: name })),
  partitions: z.record(z.enum(['aws', 'aws-cn']), lacks),
  regions: z.record(z.string(), z.strictObject({ partition: z.enum(['aws', 'aws-cn']), lacks: lacks.optional() })),
});
export type Regions = z.infer<typeof regionsSchema>;

/** What a region lacks, and where that stands; undefined for a region that nobody has looked up. */
export function lackedIn(region: string, { regions, partitions }: Regions): ReadonlyMap<Service, string> | undefined {
  const found = regions[region];
  if (!found) return undefined;
  const all = { ...partitions[found.partition], ...found.lacks };
  return new Map(Object.entries(all) as [Service, string][]);
}

type Settings = Readable<ProvinceSettings>;

/** What a province asks of its region by a setting of its file. */
const ASKED: readonly { pointer: string; service: Service; isAsked: (settings: Settings) => boolean }[] = [
  { pointer: '/mail/transport', service: 'ses-sending', isAsked: ({ mail }) => mail?.transport === 'ses' },
  {
    pointer: '/staff/issuer',
    service: 'cognito',
    isAsked: ({ staff }) => /\/\/cognito-idp\./.test(staff?.issuer ?? ''),
  },
];

/** Settings that ask for what the region lacks, each with what there is instead. */
export function faultsOfRegion(settings: Settings, regions: Regions): Fault[] {
  const { region } = settings;
  if (region === undefined) return [];
  const lacked = lackedIn(region, regions);
  const known = Object.keys(regions.regions).join(', ');
  if (!lacked) return [['/region', 'is not in config/regions.json', `one of ${known}; or add it with what it lacks`]];
  return ASKED.filter(({ service, isAsked }) => lacked.has(service) && isAsked(settings)).map(
    ({ pointer, service }) => {
      const { what, instead } = regions.services[service];
      return [pointer, `there is no ${what}, in ${region}: ${lacked.get(service)}`, instead];
    },
  );
}
