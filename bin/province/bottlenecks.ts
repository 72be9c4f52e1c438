import type { Units } from '../../config/schemas/prices.ts';
import type { Quotas } from '../../config/schemas/quotas.ts';
import type { StackLimits } from './stack-limits.ts';

/** Something that many complaints at once may use up. */
export interface Bottleneck {
  readonly what: string;
  /** The most complaints a second that it bears; null where nobody publishes its limit. */
  readonly bears: number | null;
  /** How that comes about. */
  readonly reckoned: string;
  /** What moves it, and where that stands. */
  readonly setting: string;
}

/** A case is changed so often on the measured way: registered, accepted, its answer proposed, closed. */
const CHANGES = 4;
/** A change moves the case within an index: one row goes, one comes. */
const ROWS_A_CHANGE = 2;

/**
 * Everything that complaints in a row may use up, the first to be used up first; what has no published limit last. As
 * if the whole life of each, to its answer, fell into the hour in which it comes: no burst is worse than that.
 */
export function bottlenecksOf(limits: StackLimits, { perComplaint, secondsPerRun }: Units, { quotas, loads }: Quotas) {
  const messages = perComplaint.letters + perComplaint.textMessages;
  const handOver = secondsPerRun + loads.secondsToHandOver.value;
  const running = (what: string, atOnce: number, [runs, seconds]: readonly [number, number], setting: string) =>
    row(what, atOnce, runs * seconds, `${atOnce} at once ÷ ${runs} × ${seconds.toFixed(3)} s`, setting);
  const spent = (what: string, limit: number | null, units: number, setting: string) =>
    row(what, limit, units, `${limit ?? '?'} a second ÷ ${units}`, setting);
  const all = [
    spent('requests of `POST /v1/complaints`', limits.complaintsASecond, 1, '`PACES` in lib/public-api.ts'),
    running('runs of accept-web-complaint', limits.accepting, [1, secondsPerRun], '`reserved` in lib/web-entrance.ts'),
    running(
      'runs of register-complaint',
      limits.registering,
      [1, secondsPerRun],
      '`REGISTERING_AT_ONCE` in lib/registration.ts',
    ),
    running(
      'one shard of the case stream',
      limits.relaying,
      [CHANGES, secondsPerRun],
      '`parallelizationFactor` (up to 10) in lib/stream-worker.ts',
    ),
    running('runs of deliver-notice', limits.sending, [messages, handOver], '`SENDING_AT_ONCE` in lib/notices.ts'),
    spent(
      'one partition of an index of lists',
      quotas.partitionWrites.value,
      CHANGES * ROWS_A_CHANGE,
      'none: the index `all` holds every case of the province under one key (lib/stores/case-table.ts)',
    ),
    spent(
      'write units of a new table',
      quotas.tableWrites.value,
      perComplaint.tableWrites,
      'warm throughput of the table; it doubles by itself within half an hour',
    ),
    spent(
      'mails by SES in the sandbox',
      quotas.mailSandbox.value,
      perComplaint.letters,
      'leave the sandbox before the first deploy (docs/operations.md)',
    ),
    spent(
      'mails by SES, or by the mail host',
      quotas.mail.value,
      perComplaint.letters,
      'ask SES for the rate of the account; `mail.hosts` in the province file',
    ),
    spent(
      'text messages by the provider',
      quotas.textMessages.value,
      perComplaint.textMessages,
      '`sms.providers` in the province file',
    ),
  ];
  return all.toSorted((one, other) => (one.bears ?? Infinity) - (other.bears ?? Infinity));
}

const row = (what: string, limit: number | null, demand: number, reckoned: string, setting: string): Bottleneck => ({
  ...{ what, reckoned, setting },
  bears: limit === null ? null : limit / demand,
});

/** What becomes of complaints that come evenly for some time, at one bottleneck, which works as fast as it can. */
export function burst(bears: number, arriving: { readonly aSecond: number; readonly seconds: number }) {
  const left = Math.max(0, (arriving.aSecond - bears) * arriving.seconds);
  return { used: arriving.aSecond / bears, waitingAtEnd: left, secondsLate: left / bears };
}
