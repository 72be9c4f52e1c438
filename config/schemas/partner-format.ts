import * as z from 'zod';
import { DEEDS } from '../../domain/partners/deeds.ts';
import { ORDER_FIELDS, type OrderField, type PartnerFormat } from '../../domain/partners/format.ts';
import { LIMIT_UNITS } from '../../domain/partners/written-limit.ts';
import { isTimePattern } from '../../domain/partners/written-time.ts';
import type { Fault } from './fault.ts';
import type { Readable } from './readable.ts';

const text = z.string().trim().min(1);
const names = z.array(text).min(1);

const source = z.strictObject({
  from: names,
  label: text.optional(),
  codes: text.optional(),
  unit: z.enum(LIMIT_UNITS).optional(),
  written: z.array(z.string().refine(isTimePattern, 'must name yyyy, MM and dd')).min(1).optional(),
});

const fields = z.strictObject({
  $schema: z.string().optional(),
  title: text,
  note: text,
  coordinates: z.enum(['WGS-84', 'GCJ-02']),
  zone: z.string().regex(/^[+-]\d{2}:\d{2}$/, 'must be an offset such as +08:00'),
  blank: z.array(text),
  deed: z.strictObject({ from: names, values: z.record(text, z.enum(DEEDS)), otherwise: z.enum(DEEDS) }),
  fields: z.partialRecord(z.enum(ORDER_FIELDS), z.array(source).min(1)),
  required: z.array(z.enum(ORDER_FIELDS)),
  codes: z.record(
    text,
    z.strictObject({ unknown: z.enum(['refuse', 'leave-out', 'keep']), values: z.record(text, text) }),
  ),
});

/** config/partners/<name>.json: how one kind of partner writes its orders. */
export const partnerFormatSchema: z.ZodType<PartnerFormat> = fields;

/** What a format says of itself holds together: it says where everything is, and tells one follow-up from the next. */
export function faultsOfFormat({ fields: places = {}, codes = {}, ...format }: Readable<PartnerFormat>): Fault[] {
  const needed = new Set<OrderField>(['externalId', 'text', ...(format.required ?? []).flatMap((one) => one ?? [])]);
  return [
    ...[...needed]
      .filter((field) => !places[field])
      .map((field): Fault => ['/fields', `must say where ${field} is`, `add "${field}": [{"from": ["…"]}]`]),
    ...faultsOfTables(places, codes),
    ...faultsOfDivisions(places, codes),
    ...faultsOfFollowUps(places, format.deed),
  ];
}

type Places = NonNullable<Readable<PartnerFormat>['fields']>;
type Codes = NonNullable<Readable<PartnerFormat>['codes']>;

const faultsOfTables = (places: Places, tables: Codes): Fault[] =>
  Object.entries(places).flatMap(([field, sources = []]) =>
    sources.flatMap((source, index) =>
      source?.codes && !tables[source.codes]
        ? [[`/fields/${field}/${index}/codes`, `"${source.codes}" is no table in codes`] as const]
        : [],
    ),
  );

const faultsOfDivisions = ({ division = [] }: Places, tables: Codes): Fault[] =>
  division.flatMap((source) =>
    Object.entries(tables[source?.codes ?? '']?.values ?? {})
      .filter(([, ours]) => !/^\d{6}$/.test(ours ?? ''))
      .map(([theirs]): Fault => [`/codes/${source?.codes}/values/${theirs}`, 'must be a six-digit division']),
  );

function faultsOfFollowUps({ followUpId, timestamp }: Places, deed: Readable<PartnerFormat['deed']> = {}): Fault[] {
  const follows = [deed.otherwise, ...Object.values(deed.values ?? {})].some((one) => one && one !== 'submit');
  return follows && !followUpId && !timestamp
    ? [['/fields', 'must tell one follow-up from the next: followUpId or timestamp']]
    : [];
}
