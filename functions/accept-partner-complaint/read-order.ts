import * as z from 'zod';
import type { Submission } from '../../domain/complaint.ts';
import type { Deed } from '../../domain/partners/deeds.ts';
import { ORDER_FIELDS, type OrderField, type PartnerFormat } from '../../domain/partners/format.ts';
import { type MappedOrder, mapOrder, type OrderRecord } from '../../domain/partners/map-order.ts';
import { readInput } from '../shared/body.ts';
import { wgs84Of } from '../shared/chat/mars-coordinates.ts';
import { fieldErrorsOf, pointerTo } from '../shared/field-errors.ts';
import { type FieldError, Refusal } from '../shared/problem.ts';
import { deedOf, ForeignOrder, ORDERS, PartnerOrder } from './partner-order.ts';

/** A checked order. */
export type Order = {
  [Kind in Deed]: {
    readonly deed: Kind;
    readonly timestamp?: string | undefined;
    readonly data: z.output<(typeof ORDERS)[Kind]>;
  };
}[Deed];

const Envelope = z.object({ type: z.string().max(100), data: z.unknown().optional() });

/** The event, when the order is in our format: told by its name, or by the envelope, unless the partner's own format has a `type` as well. */
function eventIn(value: unknown, format: PartnerFormat): string | undefined {
  const { type, data } = Envelope.safeParse(value).data ?? {};
  const hasEnvelope = data instanceof Object && !format.deed.from.includes('type');
  return hasEnvelope || type?.startsWith('complaint.') ? type : undefined;
}

/** What the partner wrote, in our format or in its own. Refuses what is wrong (400), each fault by a pointer to the partner's field, and unknown kinds (422). */
export function readOrder(value: unknown, format: PartnerFormat): Order {
  const event = eventIn(value, format);
  if (event === undefined) return readForeign(readInput(ForeignOrder, value), format);
  const deed = deedOf(event);
  if (!deed) throw unknownType('/type');
  const { timestamp, data } = readInput(PartnerOrder, value);
  return { deed, timestamp, data } as Order;
}

const Numbered = z.object({ data: z.object({ externalId: z.string() }) });

/** The partner's number of the matter, as far as it can be made out. */
export function externalIdIn(value: unknown, format: PartnerFormat): string | undefined {
  if (eventIn(value, format) !== undefined) return Numbered.safeParse(value).data?.data.externalId;
  const record = ForeignOrder.safeParse(value).data;
  return record && mapOrder(record, format).fields.externalId;
}

function readForeign(record: OrderRecord, format: PartnerFormat): Order {
  const mapped = mapOrder(record, format);
  if (!mapped.deed) throw unknownType(pointerIn(record, deedNameIn(record, format)));
  const { data, error } = ORDERS[mapped.deed].safeParse(dataOf(mapped));
  const errors = [
    ...mapped.faults.map(({ name, detail }) => ({ pointer: pointerIn(record, name), detail })),
    ...(error ? theirErrors(error, mapped, record) : []),
  ];
  if (errors.length > 0) throw new Refusal('invalid-request', { errors: onePerField(errors) });
  const location = pointIn(data?.location, format);
  return { deed: mapped.deed, timestamp: mapped.fields.timestamp, data: { ...data, location } } as Order;
}

const unknownType = (pointer: string) => new Refusal('unknown-type', { errors: [{ pointer, detail: '不支持的类别' }] });

/** The partner's field that tells what an order is. */
function deedNameIn(record: OrderRecord, { deed }: PartnerFormat): string {
  return deed.from.find((name) => Object.hasOwn(record, name)) ?? deed.from[0]!;
}

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
    const value = field === 'latitude' || field === 'longitude' ? Number(text) : text;
    const [outer, inner] = PLACES[field] ?? [field];
    data[outer] = inner ? { ...(data[outer] as object | undefined), [inner]: value } : value;
  }
  return data;
}

/** Errors of ours told by the partner's names. */
function theirErrors(error: z.ZodError, { nameOf }: MappedOrder, record: OrderRecord): FieldError[] {
  const ours = new Map(ORDER_FIELDS.map((field) => [pointerTo(PLACES[field] ?? [field]), field]));
  return fieldErrorsOf(error).map(({ pointer, detail }) => {
    const field = ours.get(pointer);
    return { pointer: field ? pointerIn(record, nameOf(field)) : pointer, detail };
  });
}

const pointerIn = (record: OrderRecord, name: string): string =>
  pointerTo(Object.hasOwn(record, name) ? [name] : name.split('.'));

const onePerField = (errors: readonly FieldError[]): FieldError[] =>
  [...new Map(errors.toReversed().map((error) => [error.pointer, error])).values()].toReversed();
