import { decodeText } from './charsets.ts';
import { type Field, fieldsOf, kindOf, nameOf, type PartKind } from './header.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** Of a longer text part only the beginning is read. */
const MAX_TEXT_BYTES = 1_000_000;
/** And of many text parts, only the first. */
const MAX_TEXTS_BYTES = 4_000_000;
const MAX_HEADER_BYTES = 256 * 1024;
const MAX_PARTS = 1_000;
const MAX_DEPTH = 50;

/** A line that ends a part: where it begins, where the next one does, and whose boundary it is. */
interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly closes: boolean;
}

/** The body of an attachment as it lies in the mail: a view of its bytes, not a copy. */
export interface LeftOut {
  readonly body: Buffer;
  /** Content-Transfer-Encoding, in lower case. */
  readonly encoding: string;
}

export interface Utf8Mail {
  readonly mail: Buffer;
  /** By the Content-ID that stands in its place. */
  readonly leftOut: ReadonlyMap<string, LeftOut>;
}

/**
 * The same mail for a parser that knows UTF-8: headers and texts in it, and attachments by name only, their bytes left out, so that
 * parsing costs what the text costs. Throws RangeError when it has too many parts or levels, or a header too long, to be a letter.
 */
export function utf8Mail(raw: Buffer): Utf8Mail {
  const pieces: Buffer[] = [];
  const leftOut = new Map<string, LeftOut>();
  const boundaries: string[] = [];
  let readable = MAX_TEXTS_BYTES;
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  for (let parts = 1; at < raw.length; parts += 1) {
    if (parts > MAX_PARTS) throw new RangeError('too many parts');
    const { header, bodyStart } = headerAt(raw, at, boundaries);
    const fields = fieldsOf(header);
    const kind = kindOf(fields);
    if (kind.mediaType.startsWith('multipart/') && kind.boundary) {
      if (boundaries.push(kind.boundary) > MAX_DEPTH) throw new RangeError('too many levels');
      pieces.push(headerOf(fields));
      at = bodyStart;
    } else {
      at = delimiterFrom(raw, bodyStart, boundaries)?.start ?? raw.length;
      const body = raw.subarray(bodyStart, at);
      pieces.push(...partOf(fields, kind, body, leftOut, Math.min(readable, MAX_TEXT_BYTES)));
      if (isText(kind)) readable -= Math.min(readable, MAX_TEXT_BYTES, body.length);
    }
    at = copyDelimiters(raw, at, boundaries, pieces);
  }
  return { mail: Buffer.concat(pieces), leftOut };
}

/** Copies delimiter lines up to the one that opens the next part, leaving out what stands between them. Gives where that part begins. */
function copyDelimiters(raw: Buffer, from: number, boundaries: string[], pieces: Buffer[]): number {
  let at = from;
  for (;;) {
    const delimiter = delimiterFrom(raw, at, boundaries);
    if (!delimiter) return raw.length;
    pieces.push(Buffer.from('\r\n'), raw.subarray(delimiter.start, delimiter.end));
    boundaries.length = delimiter.closes ? delimiter.level : delimiter.level + 1;
    at = delimiter.end;
    if (!delimiter.closes) return at;
  }
}

/** The header at `start`, which a blank line ends, or a delimiter where the blank line is missing. */
function headerAt(raw: Buffer, start: number, boundaries: readonly string[]) {
  let at = start;
  while (at < raw.length) {
    const end = lineEnd(raw, at);
    if (isBlank(raw, at, end)) return { header: raw.subarray(start, at), bodyStart: end };
    if (delimiterAt(raw, at, boundaries)) break;
    if (end - start > MAX_HEADER_BYTES) throw new RangeError('a header too long');
    at = end;
  }
  return { header: raw.subarray(start, at), bodyStart: at };
}

function delimiterFrom(raw: Buffer, from: number, boundaries: readonly string[]): Delimiter | undefined {
  if (boundaries.length === 0) return undefined;
  for (let at = from; at >= 0 && at < raw.length; ) {
    const found = delimiterAt(raw, at, boundaries);
    if (found) return found;
    const next = raw.indexOf('\n--', at);
    if (next < 0) return undefined;
    at = next + 1;
  }
  return undefined;
}

/** Whether the line at `start` is the delimiter of an open multipart; the innermost is asked first. */
function delimiterAt(raw: Buffer, start: number, boundaries: readonly string[]): Delimiter | undefined {
  if (raw[start] !== 0x2d || raw[start + 1] !== 0x2d) return undefined;
  const end = lineEnd(raw, start);
  const line = raw
    .subarray(start + 2, Math.min(end, start + 1024))
    .toString('utf8')
    .trimEnd();
  const level = boundaries.findLastIndex((boundary) => line === boundary || line === `${boundary}--`);
  if (level < 0) return undefined;
  return { start, end, level, closes: line !== boundaries[level] };
}

const isBlank = (raw: Buffer, start: number, end: number): boolean =>
  raw.subarray(start, end).every((byte) => byte === 0x0d || byte === 0x0a);

function lineEnd(raw: Buffer, from: number): number {
  const lineFeed = raw.indexOf(0x0a, from);
  return lineFeed < 0 ? raw.length : lineFeed + 1;
}

const isText = ({ mediaType, isAttachment }: PartKind): boolean =>
  !isAttachment && (mediaType === 'text/plain' || mediaType === 'text/html');

/** The parser may take each line that begins with two dashes for a part, and gives each some kilobytes. */
function requireFewParts(body: Buffer): void {
  let at = -1;
  for (let parts = 0; parts <= MAX_PARTS; parts += 1) {
    at = body.indexOf('\n--', at + 1);
    if (at < 0) return;
  }
  throw new RangeError('too many parts');
}

/** A part for the parser. Of a text it gets the first `most` bytes. */
function partOf(
  fields: readonly Field[],
  kind: PartKind,
  body: Buffer,
  leftOut: Map<string, LeftOut>,
  most: number,
): Buffer[] {
  const { mediaType, encoding } = kind;
  // A multipart whose boundary we cannot read goes to the parser as it is.
  if (mediaType.startsWith('multipart/')) {
    requireFewParts(body);
    return [headerOf(fields), body];
  }
  if (!isText(kind)) {
    const id = `<part-${leftOut.size}>`;
    leftOut.set(id, { body, encoding });
    return [headerOf([...fields.filter((field) => nameOf(field) !== 'content-id'), `Content-ID: ${id}`])];
  }
  const text = textOf(kind, body.subarray(0, most));
  if (text === undefined) return [headerOf(fields), body.subarray(0, most)];
  const flowed = fields.find((field) => nameOf(field) === 'content-type' && /format\s*=\s*"?flowed/i.test(field));
  const others = fields.filter((field) => !/^content-(type|transfer-encoding)$/.test(nameOf(field)));
  const type = `Content-Type: ${mediaType}; charset=utf-8${flowed ? '; format=flowed' : ''}`;
  const encoded = Buffer.from(Buffer.from(text).toString('base64'));
  return [headerOf([...others, type, 'Content-Transfer-Encoding: base64']), encoded];
}

/** Undefined in a charset that is none of ours. */
function textOf({ mediaType, charset, encoding }: PartKind, body: Buffer): string | undefined {
  const bytes = decodeTransfer(body, encoding);
  if (charset || mediaType !== 'text/html') return decodeText(bytes, charset);
  const meta = /charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'));
  return decodeText(bytes, meta?.[1] ?? '');
}

function headerOf(fields: readonly Field[]): Buffer {
  return Buffer.from(`${fields.join('\r\n')}\r\n\r\n`);
}
