import * as z from 'zod';
import type { Submission } from '../../domain/complaint.ts';
import type { Deed } from '../../domain/partners/deeds.ts';
import { ORDER_FIELDS, type OrderField, type PartnerFormat } from '../../domain/partners/format.ts';
import { type MappedOrder, mapOrder, type OrderFault, type OrderRecord } from '../../domain/partners/map-order.ts';
import { instantWritten } from '../../domain/partners/written-time.ts';
import { BesideForm } from '../accept-web-complaint/complaint-body.ts';
import { wgs84Of } from '../shared/chat/mars-coordinates.ts';
import { readInput } from '../shared/http/body.ts';
import { fieldErrorsOf, pointerTo } from '../shared/http/field-errors.ts';
import { type FieldError, Refusal } from '../shared/http/problem.ts';
import { besideIn, type SaidBeside } from '../shared/submission/optional-details.ts';
import { type BesideOrder, withLimit } from './order-limit.ts';
import { deedOf, EVENT_TYPES, ForeignOrder, ORDERS, PartnerOrder, written } from './partner-order.ts';

/** A checked order. */
export type Order = {
  [Kind in Deed]: {
    readonly deed: Kind;
    /** As written, where it could not be read. */
    readonly timestamp?: string | undefined;
    readonly data: Omit<z.output<(typeof ORDERS)[Kind]>, keyof SaidBeside | 'limit'> & BesideOrder;
    /** What could not be used, by the partner's names. */
    readonly notes: readonly FieldError[];
  };
}[Deed];

const Envelope = z.object({ type: z.string().max(100), data: z.unknown().optional() });

/**
 * The event, when the order is in our format: told by its name, or by the envelope, unless the partner's own format has
 * a `type` as well.
 */
function eventIn(value: unknown, format: PartnerFormat): string | undefined {
  const { type, data } = Envelope.safeParse(value).data ?? {};
  const hasEnvelope = data instanceof Object && !format.deed.from.includes('type');
  return hasEnvelope || type?.startsWith('complaint.') ? type : undefined;
}

/** Whether it is our format in all but a type that can be read. */
const isUnnamed = (value: unknown, format: PartnerFormat): boolean =>
  Numbered.safeParse(value).success && externalIdIn(value, format) === undefined;

const withoutType = () =>
  new Refusal('invalid-request', { errors: [{ pointer: '/type', detail: `此项必填，应为${EVENT_TYPES.join('、')}` }] });

/**
 * What the partner wrote, in our format or in its own. Refuses what is wrong with number, words or inspection (400),
 * each fault by a pointer to the partner's field, and unknown kinds (422); whatever else is wrong is noted.
 */
export function readOrder(value: unknown, format: PartnerFormat): Order {
  const event = eventIn(value, format);
  if (event === undefined && isUnnamed(value, format)) throw withoutType();
  if (event === undefined) return readForeign(readInput(ForeignOrder, value), format);
  const deed = deedOf(event);
  if (!deed) throw unknownType('/type', EVENT_TYPES);
  const { timestamp, data } = readInput(PartnerOrder, value);
  const { beside, notes } = withLimit(besideIn(data), data.limit, format);
  const isRead = timestamp === undefined || instantWritten(timestamp, [], format.zone) !== undefined;
  return {
    deed,
    timestamp,
    data: { ...withoutUnread(data), ...beside },
    notes: [
      ...(isRead ? [] : [{ pointer: '/timestamp', detail: '时间格式无法识别，已按原文保存' }]),
      ...notes.map(({ pointer, detail }) => ({ pointer: `/data${pointer}`, detail })),
    ],
  } as Order;
}

/** In the order of its schema, by which a follow-up without a number is known again. */
const withoutUnread = <Data extends SaidBeside>(data: Data): Omit<Data, keyof SaidBeside> => ({
  ...data,
  ...Object.fromEntries([...Object.keys(BesideForm.shape), 'limit'].map((field) => [field, undefined])),
});

const Numbered = z.object({ data: z.object({ externalId: written }) });

/** The partner's number of the matter, as far as it can be made out. */
export function externalIdIn(value: unknown, format: PartnerFormat): string | undefined {
  if (eventIn(value, format) !== undefined) return Numbered.safeParse(value).data?.data.externalId;
  const record = ForeignOrder.safeParse(value).data;
  return record && mapOrder(record, format).fields.externalId;
}

function readForeign(record: OrderRecord, format: PartnerFormat): Order {
  const mapped = mapOrder(record, format);
  if (!mapped.deed) throw unknownType(pointerIn(record, deedNameIn(record, format)), Object.keys(format.deed.values));
  const { data, error } = ORDERS[mapped.deed].safeParse(dataOf(mapped));
  const errors = [...errorsOf(mapped.faults, record), ...theirs(error ? fieldErrorsOf(error) : [], mapped, record)];
  if (!data || errors.length > 0) throw new Refusal('invalid-request', { errors: onePerField(errors) });
  const { beside, notes } = withLimit(besideIn(data), data.limit, format);
  const location = pointIn(beside.location, format);
  return {
    deed: mapped.deed,
    timestamp: mapped.fields.timestamp,
    data: { ...withoutUnread(data), ...beside, location },
    notes: onePerField([...errorsOf(mapped.notes, record), ...theirs(notes, mapped, record)]),
  } as Order;
}

const unknownType = (pointer: string, known: readonly string[]) =>
  new Refusal('unknown-type', { errors: [{ pointer, detail: `不支持的类别，应为${known.join('、')}` }] });

/** The partner's field that tells what an order is. */
function deedNameIn(record: OrderRecord, { deed }: PartnerFormat): string {
  return deed.from.find((name) => Object.hasOwn(record, name)) ?? deed.from[0]!;
}
const errorsOf = (faults: readonly OrderFault[], record: OrderRecord): FieldError[] =>
  faults.map(({ name, detail }) => ({ pointer: pointerIn(record, name), detail }));

/** In WGS-84. Systems without a fix write zeros, which is a spot in the Gulf of Guinea. */
function pointIn(point: Submission['location'], { coordinates }: PartnerFormat): Submission['location'] {
  if (!point || (point.latitude === 0 && point.longitude === 0)) return undefined;
  return coordinates === 'GCJ-02' ? wgs84Of(point) : point;
}

/** Where our format holds each field. */
const PLACES: Readonly<Partial<Record<OrderField, readonly [string, string]>>> = {
  latitude: ['location', 'latitude'],
  longitude: ['location', 'longitude'],
  name: ['contact', 'name'],
  phone: ['contact', 'phone'],
  email: ['contact', 'email'],
  batch: ['inspection', 'batch'],
  item: ['inspection', 'item'],
};

function dataOf({ fields }: MappedOrder): object {
  const data: Record<string, unknown> = {};
  for (const [field, text] of Object.entries(fields) as [OrderField, string][]) {
    const [outer, inner] = PLACES[field] ?? [field];
    data[outer] = inner ? { ...(data[outer] as object | undefined), [inner]: text } : text;
  }
  return data;
}

/**
 * Our pointers as the partner's names; a point is told by its latitude, or by the longitude where that is all there is.
 */
function theirs(errors: readonly FieldError[], { nameOf, fields }: MappedOrder, record: OrderRecord): FieldError[] {
  const ours = new Map(ORDER_FIELDS.map((field) => [pointerTo(PLACES[field] ?? [field]), field]));
  ours.set('/location', fields.latitude === undefined ? 'longitude' : 'latitude');
  return errors.map(({ pointer, detail }) => {
    const field = ours.get(pointer);
    return { pointer: field ? pointerIn(record, nameOf(field)) : pointer, detail };
  });
}

const pointerIn = (record: OrderRecord, name: string): string =>
  pointerTo(Object.hasOwn(record, name) ? [name] : name.split('.'));

const onePerField = (errors: readonly FieldError[]): FieldError[] =>
  [...new Map(errors.toReversed().map((error) => [error.pointer, error])).values()].toReversed();
