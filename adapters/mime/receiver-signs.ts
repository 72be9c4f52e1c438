/** A header field: its name in lower case, its value unfolded. */
export interface HeaderField {
  readonly key: string;
  readonly value: string;
}

/** What our own receiver found out about a mail. What it does not say is unknown. */
export interface Verdicts {
  readonly virus: boolean;
  readonly spam: boolean;
  /** DMARC: the sender's address is not proven to be theirs. */
  readonly forgedSender: boolean;
  /** And the owner of its domain asks that such mails be refused. */
  readonly refusedByOwner: boolean;
}

/**
 * Reads the verdicts of SES (X-SES-…-Verdict) or of the province's mail host (Authentication-Results). Only what stands
 * above the second
 * `Received` is believed, and of each field only the topmost: below, the sender may have written what they like.
 */
export function verdictsOf(headers: readonly HeaderField[]): Verdicts {
  const own = headersOfReceiver(headers);
  const first = (name: string) => own.find(({ key }) => key === name)?.value ?? '';
  const dmarc = /\bdmarc=(\w+)(?:\s*\(([^)]*)\))?/i.exec(first('authentication-results'));
  const forgedSender = dmarc?.[1]?.toLowerCase() === 'fail';
  return {
    virus:
      /^\s*fail/i.test(first('x-ses-virus-verdict')) || /\bFOUND\b|^\s*(yes|infected)/i.test(first('x-virus-status')),
    spam:
      /^\s*fail/i.test(first('x-ses-spam-verdict')) ||
      /^\s*yes\b/i.test(first('x-spam-flag') || first('x-spam-status')),
    forgedSender,
    refusedByOwner: forgedSender && /\bp=reject\b/i.test(dmarc?.[2] ?? ''),
  };
}

function headersOfReceiver(headers: readonly HeaderField[]): readonly HeaderField[] {
  const hops = headers.flatMap(({ key }, index) => (key === 'received' ? [index] : []));
  return headers.slice(0, hops[1] ?? headers.length);
}

const ENVELOPE = ['delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'x-delivered-to', 'x-rcpt-to'];
const MAX_ADDRESSES = 50;

/**
 * Every address by which the mail may have reached us, the envelope's first: what it was delivered to, `Received …
 * for`, To, Cc.
 */
export function recipientsOf(headers: readonly HeaderField[]): string[] {
  const valuesOf = (...names: string[]) => headers.filter(({ key }) => names.includes(key)).map(({ value }) => value);
  const received = valuesOf('received').map((value) => /\bfor\s+<?([^\s<>;]+@[^\s<>;]+)/i.exec(value)?.[1] ?? '');
  const written = [...valuesOf(...ENVELOPE), ...received, ...valuesOf('to', 'cc')];
  // Word by word: one pattern for both sides of the @ takes time by the square of a word's length.
  const words = written.flatMap((value) => value.slice(0, 10_000).split(/[\s<>,;:"()]+/));
  const addresses = words.filter((word) => /.@./.test(word));
  return [...new Set(addresses)].slice(0, MAX_ADDRESSES);
}

const MAX_REFERENCES = 20;

/**
 * The Message-IDs of the letters that this one answers, the nearest first: In-Reply-To, then References from the last
 * to the first.
 */
export function answeredIn(headers: readonly HeaderField[]): string[] {
  const idsIn = (name: string) => headers.filter(({ key }) => key === name).flatMap(({ value }) => messageIdsIn(value));
  const ids = [...idsIn('in-reply-to'), ...idsIn('references').toReversed()];
  return [...new Set(ids)].slice(0, MAX_REFERENCES);
}

/** With their angle brackets; some programs leave these out. */
function messageIdsIn(value: string): string[] {
  const bracketed = value.match(/<[^<>\s]{1,998}>/g);
  return bracketed ?? value.split(/[\s,]+/).flatMap((id) => (id.includes('@') ? [`<${id}>`] : []));
}
