import * as z from 'zod';

/** What is paid for, each in the unit in which it is counted. */
export const PRICED = [
  ...['requests', 'functionRuns', 'functionGigabyteSeconds', 'tableWrites', 'tableReads', 'queueRequests'],
  ...['keyRequests', 'letters', 'textMessages', 'logGigabytes', 'keys', 'secrets', 'alarms'],
  ...['compositeAlarms', 'ownMetrics', 'dashboards'],
] as const;
export type Priced = (typeof PRICED)[number];

const price = z.strictObject({
  currency: z.enum(['USD', 'CNY']),
  price: z.number().positive(),
  /** For so many units. */
  per: z.number().positive(),
  readOn: z.iso.date(),
  confidence: z.enum(['A', 'C']),
  source: z.string().min(1),
});
export type Price = z.infer<typeof price>;

/** config/prices.json. A price that nobody could find is null, and never guessed. */
export const pricesSchema = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  partitions: z.record(
    z.enum(['aws', 'aws-cn']),
    z.strictObject({ region: z.string(), prices: z.record(z.enum(PRICED), price.nullable()) }),
  ),
});

const count = z.number().min(0);
const counts = z.strictObject({
  tableReads: count,
  tableWrites: count,
  requests: count,
  /** Messages and records of streams that were worked on. */
  work: count,
  letters: count,
  textMessages: count,
  logBytes: count,
});

/** config/units.json, as npm run measure-units writes it. */
export const unitsSchema = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  measuredOn: z.iso.date(),
  perComplaint: counts,
  perIdleMinute: counts,
  /** Of an answer over HTTP on the machine that measured. */
  secondsPerRun: count,
  /** The same lives, many at once, on the local stack with few workers and a transport that takes its time. */
  atOnce: z.strictObject({
    complaints: count,
    perComplaint: counts,
    /** Workers that hand messages over. */
    sending: count,
    secondsToHandOver: count,
    /** For how long any message was being handed over. */
    seconds: z.strictObject({ reckoned: count, measured: count }),
  }),
});
export type Units = z.infer<typeof unitsSchema>;
