import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What seals the messages of one official account. `encodingAesKey` is the console's 43 characters. */
export interface SealKeys {
  readonly encodingAesKey: string;
  readonly appId: string;
}

const HEAD_BYTES = 20;
const BLOCK = 32;

/** WeChat's signature: SHA-1 in hexadecimal over the parts, sorted and joined. */
export function signatureOf(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

export function isSignature(given: string, parts: readonly string[]): boolean {
  return sameBytes(Buffer.from(given), Buffer.from(signatureOf(parts)));
}

/**
 * The message inside a seal: AES-256-CBC over 16 random bytes, the length, the message and the app id, padded to 32.
 * Undefined for whatever is not whole or was sealed for another account. Stricter than WeChat's own samples, which take
 * a wrong padding for none and do not check the length: under a wrong key those give garbage, not an error.
 */
export function openSeal(sealed: string, { encodingAesKey, appId }: SealKeys): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(sealed) || sealed.length % 4 !== 0) return undefined;
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < BLOCK || bytes.length % 16 !== 0) return undefined;
  const key = keyFrom(encodingAesKey);
  // Node's own unpadding knows 16-byte blocks only and refuses a padding of 17 to 32.
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = withoutPadding(Buffer.concat([decipher.update(bytes), decipher.final()]));
  if (!plain || plain.length < HEAD_BYTES) return undefined;
  const end = HEAD_BYTES + plain.readUInt32BE(16);
  if (end > plain.length || !sameBytes(plain.subarray(end), Buffer.from(appId))) return undefined;
  return plain.subarray(HEAD_BYTES, end);
}

export function sealMessage(message: string, { encodingAesKey, appId }: SealKeys): string {
  const content = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const plain = Buffer.concat([randomBytes(16), length, content, Buffer.from(appId)]);
  const padding = BLOCK - (plain.length % BLOCK);
  const key = keyFrom(encodingAesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  );
}

function keyFrom(encodingAesKey: string): Buffer {
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}

function withoutPadding(plain: Buffer): Buffer | undefined {
  const padding = plain.at(-1) ?? 0;
  if (padding < 1 || padding > BLOCK || padding > plain.length) return undefined;
  const end = plain.length - padding;
  return plain.subarray(end).every((byte) => byte === padding) ? plain.subarray(0, end) : undefined;
}

function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
