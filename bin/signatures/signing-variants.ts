import { createHmac } from 'node:crypto';
import { bodyVariants, type Variant } from './body-variants.ts';

/** What a signature is made of. */
export interface Signed {
  readonly secret: string;
  readonly id: string;
  readonly timestamp: string;
  readonly body: Uint8Array;
}

/**
 * More than two mistakes at once are not looked for: with three, something fits by accident of wording rather than by
 * what was done.
 */
const MOST_MISTAKES = 2;

/**
 * Which mistakes make exactly this signature (without its "v1,"): none for a right one, undefined where none of the
 * known ones does.
 */
export function mistakesIn(given: string, signed: Signed): string[] | undefined {
  const found: string[][] = [];
  const bodies = bodyVariants(signed.body);
  for (const key of keysFrom(signed.secret))
    for (const frame of framesFor(signed))
      for (const body of bodies)
        for (const [algorithm, mistake] of ALGORITHMS) {
          const mistakes = [key.mistake, frame.mistake, body.mistake, mistake].filter(Boolean);
          if (mistakes.length > MOST_MISTAKES) continue;
          const digest = createHmac(algorithm, key.bytes).update(frame.bytes).update(body.bytes).digest();
          const writing = WRITINGS.find(([, write]) => write(digest) === given);
          if (writing) found.push([...mistakes, writing[0]].filter(Boolean));
        }
  return found.toSorted((one, other) => one.length - other.length)[0];
}

const ALGORITHMS = [
  ['sha256', ''],
  ['sha1', 'it is HMAC-SHA-1: take HMAC-SHA-256'],
  ['sha512', 'it is HMAC-SHA-512: take HMAC-SHA-256'],
] as const;

const WRITINGS: readonly (readonly [mistake: string, write: (digest: Buffer) => string])[] = [
  ['', (digest) => digest.toString('base64')],
  ['it is base64url ("-" and "_"): write ordinary base64', (digest) => withPadding(digest.toString('base64url'))],
  ['it is base64url ("-" and "_") without "=": write ordinary base64', (digest) => digest.toString('base64url')],
  ['it is base64 without "=" at its end', (digest) => digest.toString('base64').replace(/=+$/, '')],
  ['it is hexadecimal: write base64', (digest) => digest.toString('hex')],
  ['it is hexadecimal: write base64', (digest) => digest.toString('hex').toUpperCase()],
  ['it is base64 of the hexadecimal text: encode the bytes themselves', (digest) => btoa(digest.toString('hex'))],
];

const withPadding = (text: string): string => text.padEnd(Math.ceil(text.length / 4) * 4, '=');

function keysFrom(secret: string): Variant[] {
  const bare = secret.trim().replace(/^whsec_/, '');
  const key = (mistake: string, bytes: Uint8Array): Variant => ({ mistake, bytes });
  const how = 'the key is the base64 after "whsec_", decoded';
  return [
    key('', Buffer.from(bare, 'base64')),
    key(`the secret was used as text, prefix and all: ${how}`, Buffer.from(secret.trim())),
    key(`the secret was used as text with a newline: ${how}`, Buffer.from(`${secret.trim()}\n`)),
    key(`the secret was used as text, without its prefix: ${how}`, Buffer.from(bare)),
    key(`the secret was decoded together with its prefix: ${how}`, Buffer.from(`whsec_${bare}`, 'base64')),
    key(`the secret was decoded together with its prefix: ${how}`, Buffer.from(`whsec${bare}`, 'base64')),
    key('the key was empty: was the secret read at all?', Buffer.alloc(0)),
    key(`the secret was read as hexadecimal: ${how}`, Buffer.from(bare, 'hex')),
  ];
}

/** What stands before the body in what is signed. */
function framesFor({ id, timestamp }: Signed): Variant[] {
  const frame = (before: string, what: string): Variant => ({
    mistake: what && `${what}: what is signed is id, ".", timestamp, ".", body`,
    bytes: Buffer.from(before),
  });
  return [
    frame(`${id}.${timestamp}.`, ''),
    frame('', 'the body alone was signed'),
    frame(`${timestamp}.`, 'the id was left out of what was signed'),
    frame(`${id}.`, 'the timestamp was left out of what was signed'),
    frame(`${timestamp}.${id}.`, 'timestamp and id were signed in the wrong order'),
    frame(`${id}${timestamp}`, 'the dots were left out of what was signed'),
    frame(`${id}\n${timestamp}\n`, 'what was signed is joined by newlines'),
    frame(`${id}.${timestamp}000.`, 'the timestamp was signed in milliseconds and sent in seconds'),
    frame(`${id}.${timestamp.slice(0, -3)}.`, 'the timestamp was signed in seconds and sent in milliseconds'),
  ];
}
