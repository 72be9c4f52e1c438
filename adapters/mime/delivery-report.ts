import { NO_SUCH_ADDRESS } from './no-such-address.ts';

/** What a mail host, or a recipient by it, says of a letter of ours. */
export interface DeliveryReport {
  readonly address: string;
  /**
   * `no-such-address`: for good. `not-delivered`: this time, for whatever reason. `complaint`: the recipient calls it
   * spam.
   */
  readonly kind: 'no-such-address' | 'not-delivered' | 'complaint';
}

const MAX_RECIPIENTS = 100;
const MAX_BYTES = 256 * 1024;

/**
 * The recipients of a message/delivery-status (RFC 3464) or message/feedback-report (RFC 5965) that did not want, or
 * did not get, our letter.
 */
export function reportsIn(mediaType: string, bytes: () => Buffer): DeliveryReport[] {
  const reportOf = REPORTS.get(mediaType);
  if (!reportOf) return [];
  const groups = bytes()
    .subarray(0, MAX_BYTES)
    .toString('utf8')
    .split(/\r?\n[ \t]*\r?\n/);
  return groups.map(fieldsIn).flatMap(reportOf).slice(0, MAX_RECIPIENTS);
}

/** Whether only a mail host writes that: what became of a letter (RFC 3464, 5965), or that it was opened (RFC 8098). */
export const isMachineReport = (mediaType: string): boolean =>
  REPORTS.has(mediaType) || /^message\/(global-)?disposition-notification$/.test(mediaType);

const REPORTS = new Map([
  ['message/delivery-status', failureIn],
  ['message/global-delivery-status', failureIn],
  ['message/feedback-report', complaintIn],
]);

function failureIn(fields: ReadonlyMap<string, string>): DeliveryReport[] {
  const address = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
  const action = fields.get('action')?.toLowerCase() ?? '';
  const status = fields.get('status')?.trim() ?? '';
  // A letter that is late may still arrive.
  if (!address || !/^failed/.test(action)) return [];
  // RFC 3463: 5.1.x is a bad address, 5.2.1 a mailbox given up. The rest, such as a blocked sender (5.7), is no fault
  // of the address. Coremail (163, 126) says 5.0.0 of everything, and what it means in words.
  const isGone = /^5\.(1\.|2\.1\b)/.test(status) || NO_SUCH_ADDRESS.test(fields.get('diagnostic-code') ?? '');
  return [{ address, kind: isGone ? 'no-such-address' : 'not-delivered' }];
}

function complaintIn(fields: ReadonlyMap<string, string>): DeliveryReport[] {
  const address = addressIn(fields.get('original-rcpt-to'));
  return address ? [{ address, kind: 'complaint' }] : [];
}

/**
 * "rfc822; li@example.com", or the address alone. Word by word: one pattern for both sides of the @ takes time by the
 * square of a word's length.
 */
function addressIn(value = ''): string | undefined {
  const words = value.split(/[\s<>;,]+/);
  return words.find((word) => /.@./.test(word))?.toLowerCase();
}

function fieldsIn(group: string): ReadonlyMap<string, string> {
  const unfolded = group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    unfolded.flatMap((line) => {
      const found = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
      return found ? [[found[1]!.toLowerCase(), found[2]!] as const] : [];
    }),
  );
}
