import * as z from 'zod';
import { ORDER_FIELDS, type OrderField, type PartnerFormat } from '../../domain/partners/format.ts';
import { type MappedOrder, mapOrder, type OrderRecord } from '../../domain/partners/map-order.ts';
import type { Deed } from '../../domain/partners/partner.ts';
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

/** Ours is told by its event; everything else is the partner's own. */
const OurEnvelope = z.object({ type: z.string().startsWith('complaint.').max(100), data: z.unknown() });

/** What the partner wrote, in our format or in its own. Refuses what is wrong (400), each fault by a pointer to the partner's field, and unknown kinds (422). */
export function readOrder(value: unknown, format: PartnerFormat): Order {
  const ours = OurEnvelope.safeParse(value).data;
  if (!ours) return readForeign(readInput(ForeignOrder, value), format);
  const deed = deedOf(ours.type);
  if (!deed) throw new Refusal('unknown-type');
  const { timestamp, data } = readInput(PartnerOrder, value);
  return { deed, timestamp, data } as Order;
}

/** The partner's number of the matter, as far as it can be made out. */
export function externalIdIn(value: unknown, format: PartnerFormat): string | undefined {
  const ours = OurEnvelope.safeParse(value).data;
  if (ours) return z.object({ externalId: z.string() }).safeParse(ours.data).data?.externalId;
  const record = ForeignOrder.safeParse(value).data;
  return record && mapOrder(record, format).fields.externalId;
}

function readForeign(record: OrderRecord, format: PartnerFormat): Order {
  const mapped = mapOrder(record, format);
  if (!mapped.deed) throw new Refusal('unknown-type');
  const { data, error } = ORDERS[mapped.deed].safeParse(dataOf(mapped));
  const errors = [
    ...mapped.faults.map(({ name, detail }) => ({ pointer: pointerIn(record, name), detail })),
    ...(error ? theirErrors(error, mapped, record) : []),
  ];
  if (errors.length > 0) throw new Refusal('invalid-request', { errors: onePerField(errors) });
  const point = data?.location;
  const location = point && format.coordinates === 'GCJ-02' ? wgs84Of(point) : point;
  return { deed: mapped.deed, timestamp: mapped.fields.timestamp, data: { ...data, location } } as Order;
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
