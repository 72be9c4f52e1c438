import * as z from 'zod';
import { InstantSchema, stored } from '../stored.ts';
import type { Case } from './case.ts';
import { WAYS } from './handling-ways.ts';

/** The ways by which a case is sent to somebody; `local` is its own handling. */
export const SENT_WAYS = WAYS.filter((way) => way !== 'local') as readonly Exclude<(typeof WAYS)[number], 'local'>[];

export const SentWaySchema = z.enum(SENT_WAYS);

/** So many a case remembers, one for each way and office. */
export const MOST_SENT = 20;

/** 已发送的办理方式: to whom a case was sent, when, under what number, and what became of it. */
export const WayRecordSchema = stored({
  way: SentWaySchema,
  to: z.string(),
  /** 文号. */
  number: z.string().optional(),
  /** Who sent it. */
  by: z.string(),
  sentAt: InstantSchema,
  acknowledgedAt: InstantSchema.optional(),
  answeredAt: InstantSchema.optional(),
});

type WayRecord = Readonly<z.infer<typeof WayRecordSchema>>;
type Named = Pick<WayRecord, 'way' | 'to'>;

const isSame = (one: Named, { way, to }: Named): boolean => one.way === way && one.to === to;

/** What was sent that way to that office, if anything was. */
export const sentTo = ({ waysSent = [] }: Case, named: Named): WayRecord | undefined =>
  waysSent.find((one) => isSame(one, named));

/** With what was sent last in place of what was sent the same way to the same office before. */
export const withSent = ({ waysSent = [] }: Case, record: WayRecord): readonly WayRecord[] => [
  ...waysSent.filter((one) => !isSame(one, record)),
  record,
];

/** With the change of what was sent that way to that office. */
export const withChanged = (
  { waysSent }: Case,
  named: Named,
  change: Pick<WayRecord, 'acknowledgedAt' | 'answeredAt'>,
): Case['waysSent'] => waysSent?.map((one) => (isSame(one, named) ? { ...one, ...change } : one));
