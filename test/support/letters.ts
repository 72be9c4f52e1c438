/** A header field with words in it, as programs encode them. */
export const encoded = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** Bytes in base64, 76 characters a line. */
export const base64 = (content: string | Uint8Array): string =>
  Buffer.from(content)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');

/** Text in quoted-printable. */
export const printable = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      [...Buffer.from(line)]
        .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('')
        .replace(/(?:=..){24}(?=.)/g, '$&=\r\n'),
    )
    .join('\r\n');

/** Text in the charset of most Chinese mail programs. */
export function gbk(text: string): Buffer {
  return Buffer.concat([...text].map((sign) => GBK.get(sign) ?? Buffer.from(sign, 'latin1')));
}

const GBK = new Map<string, Buffer>();
for (let high = 0x81; high <= 0xfe; high += 1) {
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const bytes = Buffer.from([high, low]);
    GBK.set(new TextDecoder('gb18030').decode(bytes), bytes);
  }
}

/** What a part or a letter is made of. A string is UTF-8. */
export type Content = string | Uint8Array;

/** Lines of a header, an empty line, the content. */
export const part = (header: readonly string[], content: Content): Buffer =>
  Buffer.concat([Buffer.from(`${header.join('\r\n')}\r\n\r\n`), Buffer.from(content)]);

export const plain = (text: string): Buffer =>
  part(['Content-Type: text/plain; charset="utf-8"', 'Content-Transfer-Encoding: base64'], base64(text));

export const html = (text: string): Buffer =>
  part(['Content-Type: text/html; charset="utf-8"', 'Content-Transfer-Encoding: base64'], base64(text));

/** A file as programs attach it. */
export const file = (name: string, type: string, bytes: Content, ...more: readonly string[]): Buffer =>
  part(
    [
      `Content-Type: ${type}; name="${encoded(name)}"`,
      `Content-Disposition: attachment; filename="${encoded(name)}"`,
      'Content-Transfer-Encoding: base64',
      ...more,
    ],
    base64(bytes),
  );

let boundaries = 0;

/** Several parts as one. */
export function multipart(kind: string, ...parts: readonly Buffer[]): Buffer {
  boundaries += 1;
  const boundary = `----=_NextPart_${boundaries}`;
  const lines = parts.flatMap((each) => [Buffer.from(`--${boundary}\r\n`), each, Buffer.from('\r\n')]);
  return part(
    [`Content-Type: multipart/${kind};\r\n\tboundary="${boundary}"`],
    Buffer.concat([...lines, Buffer.from(`--${boundary}--\r\n`)]),
  );
}

let letters = 0;

/**
 * A letter of a citizen to us: fields given replace the usual ones, `undefined` leaves one out. The content brings its
 * own type.
 */
export function letter(content: Content, fields: Readonly<Record<string, string | undefined>> = {}): Buffer {
  letters += 1;
  const all: Record<string, string | undefined> = {
    'Return-Path': '<he@citizen.example>',
    From: `${encoded('贺女士')} <he@citizen.example>`,
    To: 'complaints@huiyin.example',
    Subject: encoded('来信'),
    Date: 'Fri, 20 Nov 2026 21:03:00 +0800',
    'Message-ID': `<${letters}@citizen.example>`,
    'MIME-Version': '1.0',
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  return Buffer.concat([
    Buffer.from(lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')),
    Buffer.from(content),
  ]);
}

export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
