import { base64In } from './base64.ts';
import { uuencodedIn } from './uuencode.ts';

/**
 * The bytes behind a Content-Transfer-Encoding; those of none, or of one that nobody knows, are as they are. What
 * gateways added below stays there.
 */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  if (isBase64(encoding)) {
    const { bytes, below } = base64In(body.toString('latin1'));
    return below === '' ? bytes : Buffer.concat([bytes, Buffer.from(`\n\n${below}`, 'latin1')]);
  }
  if (/quoted.?printable/.test(encoding)) return fromQuotedPrintable(body.toString('latin1'));
  return isUuencode(encoding) ? (uuencodedIn(body.toString('latin1')).files[0]?.bytes() ?? body) : body;
}

/**
 * The content of a file. The line break before the next boundary is not part of it (RFC 2046, 5.1.1), nor is what
 * gateways add below.
 */
export function decodeFile(body: Buffer, encoding: string): Buffer {
  const end = body.at(-1) === 0x0a ? (body.at(-2) === 0x0d ? 2 : 1) : 0;
  const content = body.subarray(0, body.length - end);
  if (!isBase64(encoding)) return decodeTransfer(content, encoding);
  const { bytes } = base64In(content.toString('latin1'));
  return bytes.length > 0 ? bytes : content;
}

const isBase64 = (encoding: string): boolean => /base.?64/.test(encoding);
const isUuencode = (encoding: string): boolean => /uue|uuencode/.test(encoding);

/** No encoding at all, as far as RFC 2045 and careless programs name it. */
export const isPlainEncoding = (encoding: string): boolean =>
  encoding === '' || /^(7|8|bin|utf|none|plain|text)/.test(encoding);

export const isKnownEncoding = (encoding: string): boolean =>
  isPlainEncoding(encoding) || isBase64(encoding) || isUuencode(encoding) || /quoted.?printable/.test(encoding);

/** RFC 2045, 6.7: blanks before a line break were added on the way. What is no escape stays as it is. */
function fromQuotedPrintable(text: string): Buffer {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const joined = lines.map((line) => (line.endsWith('=') ? line.slice(0, -1) : `${line}\r\n`)).join('');
  const latin1 = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(latin1, 'latin1');
}
