import { createHash } from 'node:crypto';
import { isSignedBy, signatureOf } from '../../adapters/webhooks/standard-webhooks.ts';
import { asHandedOn, isSpoilt, isUtf8 } from './gateway-body.ts';
import { mistakesIn } from './signing-variants.ts';

/** A request that was signed, or meant to be. Names of headers are in small letters. */
export interface Request {
  readonly secrets: readonly string[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly nowMs: number;
}

export interface Finding {
  readonly isWrong: boolean;
  readonly says: string;
}

const wrong = (says: string): Finding => ({ isWrong: true, says });
const fine = (says: string): Finding => ({ isWrong: false, says });

/**
 * What is right and what is wrong with a signature after Standard Webhooks, part by part. No finding repeats a secret
 * or the body.
 */
export function explainSignature(request: Request): Finding[] {
  const { secrets, headers, body, nowMs } = request;
  return [
    ...secrets.flatMap((secret, index) => secretFindings(secret, nameOf(index, secrets))),
    idFinding(headers['webhook-id']),
    timestampFinding(headers['webhook-timestamp'], nowMs),
    ...typeFindings(request),
    ...signatureFindings(request),
    isSignedBy(secrets, { headers, body: asHandedOn(headers['content-type'], body) }, nowMs)
      ? fine('the request is accepted')
      : wrong('the request is refused'),
  ];
}

const nameOf = (index: number, { length }: readonly string[]): string =>
  length > 1 ? `secret ${index + 1} of ${length}` : 'the secret';

function secretFindings(secret: string, name: string): Finding[] {
  const bare = secret.replace(/^whsec_/, '');
  const { length } = Buffer.from(bare, 'base64');
  if (/^\s|\s$/.test(secret)) return [wrong(`${name} has blanks or a newline around it`)];
  if (!secret.startsWith('whsec_')) return [wrong(`${name} does not begin with "whsec_"`)];
  if (/[-_]/.test(bare)) return [wrong(`${name} is base64url: ordinary base64 has "+" and "/" for "-" and "_"`)];
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return [wrong(`${name} is no base64 after "whsec_"`)];
  if (length < 24 || length > 64) return [wrong(`${name} has ${length} bytes: 24 to 64 are asked for`)];
  return [];
}

function idFinding(id: string | undefined): Finding {
  if (!id) return wrong('there is no header webhook-id');
  if (id.includes('.')) return wrong('webhook-id has a dot in it, which separates what is signed: leave it out');
  if (!/^[\x21-\x7e]{1,256}$/.test(id)) return wrong('webhook-id must be 1 to 256 printable ASCII characters');
  return fine('webhook-id is well-formed');
}

/** The signature may be right, and what it is held against no longer what was sent. */
function typeFindings({ headers, body }: Request): Finding[] {
  const type = headers['content-type'];
  if (isSpoilt(type, body))
    return [
      wrong(
        `the gateway takes ${type} for UTF-8, which this body is not (GBK?): it spoils the text and with it the signature. Send it as application/octet-stream`,
      ),
    ];
  if (type === undefined && !isUtf8(body))
    return [
      fine("this body is no UTF-8: name its type as well (-H 'content-type: …'), for some are spoilt on the way"),
    ];
  return [];
}

function timestampFinding(timestamp: string | undefined, nowMs: number): Finding {
  if (!timestamp) return wrong('there is no header webhook-timestamp');
  const now = Math.floor(nowMs / 1000);
  if (/^\d{13}$/.test(timestamp)) return wrong('webhook-timestamp is in milliseconds: seconds are asked for');
  if (!/^\d{1,12}$/.test(timestamp)) {
    const seconds = Date.parse(timestamp) / 1000;
    const hint = Number.isNaN(seconds) ? '' : `, here ${Math.floor(seconds)}`;
    return wrong(`webhook-timestamp must be the whole seconds since 1970${hint}`);
  }
  const ahead = Number(timestamp) - now;
  const off = `webhook-timestamp is ${Math.abs(ahead)} seconds ${ahead > 0 ? 'ahead of' : 'behind'} ${new Date(nowMs).toISOString()}`;
  if (Math.abs(ahead) > 300)
    return wrong(`${off}: at most 300 are allowed. Set the clock (NTP), and sign each attempt anew with the same id`);
  return fine(off);
}

function signatureFindings({ secrets, headers, body }: Request): Finding[] {
  const header = headers['webhook-signature'];
  if (!header) return [wrong('there is no header webhook-signature')];
  const entries = header.split(' ');
  const shape = shapeFault(header, entries);
  const [id, timestamp] = [headers['webhook-id'] ?? '', headers['webhook-timestamp'] ?? ''];
  const explained = entries.flatMap((entry) => {
    const given = entry.replace(/^(v1a?|sha256)[,=:]/, '');
    return secrets.flatMap((secret, index) => {
      const mistakes = mistakesIn(given, { secret, id, timestamp, body });
      return mistakes ? [{ name: nameOf(index, secrets), mistakes }] : [];
    });
  });
  const [best] = explained.toSorted((one, other) => one.mistakes.length - other.mistakes.length);
  if (!best) return [...shape, ...unexplained({ secrets, id, timestamp, body })];
  if (best.mistakes.length === 0) return [...shape, fine(`the signature is that of ${best.name}`)];
  return [...shape, ...best.mistakes.map((mistake) => wrong(`made with ${best.name}, but ${mistake}`))];
}

function shapeFault(header: string, entries: readonly string[]): Finding[] {
  if (entries.some((entry) => entry.startsWith('v1,'))) return [];
  if (entries.every((entry) => entry.startsWith('v1a,')))
    return [wrong('webhook-signature holds v1a (asymmetric) only: v1 (HMAC) is asked for')];
  const reason = /^(v1|sha256)[=:]/.test(header)
    ? `"${header.slice(0, header.search(/[=:]/) + 1)}" instead of "v1,"`
    : 'no "v1,"';
  return [wrong(`webhook-signature has ${reason}: it must be "v1," and base64, several separated by a blank`)];
}

function unexplained({
  secrets,
  id,
  timestamp,
  body,
}: Omit<Request, 'headers' | 'nowMs'> & { id: string; timestamp: string }): Finding[] {
  const digest = createHash('sha256').update(body).digest('hex');
  const end = Buffer.from(body).subarray(-1).toString() === '\n' ? 'ends in a newline' : 'does not end in a newline';
  return [
    wrong('no known mistake makes this signature: another secret, another id or timestamp than these, or another body'),
    fine(`this body has ${body.length} bytes, ${end}, SHA-256 ${digest}: compare with what you signed`),
    ...secrets.map((secret, index) =>
      fine(`${nameOf(index, secrets)} would make it v1,${signatureOf(secret, id, timestamp, body)}`),
    ),
  ];
}
