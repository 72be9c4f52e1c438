import { boundaryShownIn, delimiterFrom, headerAt } from './delimiters.ts';
import { type Field, fieldsOf, kindOf, nameOf, type PartKind } from './header.ts';
import { topHeader } from './top-header.ts';
import { decodeTransfer } from './transfer-encoding.ts';

const MAX_PARTS = 1_000;
const MAX_DEPTH = 50;
/** So many multiparts are taken out of an encoding that wraps the whole of them. */
const MAX_UNWRAPPED = 20;

/** The body of a file as it lies in the mail: a view of its bytes, not a copy. */
export interface LeftOut {
  readonly body: Buffer;
  readonly kind: PartKind;
}

/** A part that is words. */
export interface TextPart {
  readonly kind: PartKind;
  readonly body: Buffer;
}

/** Parts that stand together, or, as a choice, one letter written in several ways, the richest last. */
export interface Several {
  readonly isChoice: boolean;
  readonly parts: (Several | TextPart)[];
}

export interface Utf8Mail {
  readonly mail: Buffer;
  /** By the Content-ID that stands in its place. */
  readonly leftOut: ReadonlyMap<string, LeftOut>;
  readonly body: Several;
  /** Of the whole mail. */
  readonly mediaType: string;
}

interface Open extends Several {
  readonly boundary: string;
}

/**
 * The same mail for a parser that knows UTF-8: its headers, and files by name only, their bytes left out; beside it the
 * parts that are words, for us to read. Throws RangeError when it has too many parts or levels, or a header too long,
 * to be a letter.
 */
export function utf8Mail(whole: Buffer): Utf8Mail {
  const pieces: Buffer[] = [];
  const leftOut = new Map<string, LeftOut>();
  const body: Several = { isChoice: false, parts: [] };
  const open: Open[] = [];
  let [raw, at, unwrapped, mediaType] = [whole, 0, 0, ''];
  for (let parts = 1; at < raw.length; parts += 1) {
    if (parts > MAX_PARTS) throw new RangeError('too many parts');
    const { fields, kind, bodyStart, end } = partAt(raw, at, open, parts === 1);
    const around = open.at(-1) ?? body;
    const content = raw.subarray(bodyStart, end);
    const inside = insideOf(kind, content);
    mediaType ||= kind.mediaType;
    if (inside) {
      if (inside.decoded && ++unwrapped <= MAX_UNWRAPPED)
        raw = Buffer.concat([raw.subarray(0, bodyStart), inside.decoded, raw.subarray(end)]);
      pieces.push(
        headerOf([...without(fields, /^content-(type|transfer-encoding)$/), enter(inside, kind, around, open)]),
      );
    } else {
      if (isText(kind)) around.parts.push({ kind, body: content });
      pieces.push(placeOf(fields, { kind, body: content }, leftOut));
    }
    at = copyDelimiters(raw, inside ? bodyStart : end, open, pieces);
  }
  return { mail: Buffer.concat(pieces), leftOut, body, mediaType };
}

/** The part that begins at `at`: its header, and from where to where its body goes. */
function partAt(raw: Buffer, at: number, open: readonly Open[], isTop: boolean) {
  const { header, bodyStart } = isTop ? topHeader(raw) : headerAt(raw, at, boundariesOf(open));
  const fields = fieldsOf(header);
  const end = delimiterFrom(raw, bodyStart, boundariesOf(open))?.start ?? raw.length;
  return { fields, kind: kindOf(fields), bodyStart, end };
}

const boundariesOf = (open: readonly Open[]): string[] => open.map(({ boundary }) => boundary);

/** Goes into a multipart, and gives the field that tells the parser of it. */
function enter({ boundary }: Inside, { mediaType }: PartKind, around: Several, open: Open[]): Field {
  if (open.length >= MAX_DEPTH) throw new RangeError('too many levels');
  const inner = { boundary, isChoice: mediaType === 'multipart/alternative', parts: [] };
  around.parts.push(inner);
  open.push(inner);
  const kind = inner.isChoice ? 'alternative' : 'mixed';
  return `Content-Type: multipart/${kind}; boundary="${boundary.replace(/["\\]/g, '\\$&')}"`;
}

interface Inside {
  readonly boundary: string;
  /** The body, where all of it was encoded. */
  readonly decoded: Buffer | undefined;
}

/** The boundary between the parts of a multipart, as its header or its body shows it. */
function insideOf(kind: PartKind, body: Buffer): Inside | undefined {
  if (!kind.mediaType.startsWith('multipart/')) return undefined;
  const decoded = decodeTransfer(body, kind.encoding);
  const whole = decoded === body ? [] : [decoded];
  const ways = [declaredIn, boundaryShownIn].flatMap((boundaryOf) =>
    [body, ...whole].map((one) => ({ boundary: boundaryOf(one, kind), decoded: one === body ? undefined : one })),
  );
  const { boundary, decoded: inside } = ways.find((way) => way.boundary !== undefined) ?? {};
  return boundary === undefined ? undefined : { boundary, decoded: inside && Buffer.concat([inside, LINE_BREAK]) };
}

const LINE_BREAK = Buffer.from('\r\n');

const declaredIn = (body: Buffer, { boundary }: PartKind): string | undefined =>
  boundary && body.includes(`--${boundary}`) ? boundary : undefined;

const without = (fields: readonly Field[], names: RegExp): Field[] =>
  fields.filter((field) => !names.test(nameOf(field)));

/**
 * Copies delimiter lines up to the one that opens the next part, leaving out what stands between them. Gives where that
 * part begins.
 */
function copyDelimiters(raw: Buffer, from: number, open: Open[], pieces: Buffer[]): number {
  let at = from;
  for (;;) {
    const delimiter = delimiterFrom(raw, at, boundariesOf(open));
    if (!delimiter) return raw.length;
    pieces.push(Buffer.from('\r\n'), raw.subarray(delimiter.start, delimiter.end));
    open.length = delimiter.closes ? delimiter.level : delimiter.level + 1;
    at = delimiter.end;
    if (!delimiter.closes) return at;
  }
}

/** Data in text, which programs show as files. */
const FILES =
  /^text\/(calendar|csv|tab-separated-values|xml|rtf|css|javascript|x-amp-html|rfc822-headers|(x-)?vcard|directory)$/;

/** A multipart without parts is words, too: mail programs show it as it is. */
const isText = ({ mediaType, isAttachment, isNamed }: PartKind): boolean => {
  if (isAttachment || FILES.test(mediaType)) return false;
  if (/^text\/(plain|html)$/.test(mediaType)) return true;
  return !isNamed && /^(text|multipart)\//.test(mediaType);
};

/** For the parser a file is its name, and words are nothing. */
function placeOf(fields: readonly Field[], part: LeftOut, leftOut: Map<string, LeftOut>): Buffer {
  if (isText(part.kind)) return headerOf(without(fields, /^content-/));
  const id = `<part-${leftOut.size}>`;
  leftOut.set(id, part);
  return headerOf([...without(fields, /^content-id$/), `Content-ID: ${id}`]);
}

function headerOf(fields: readonly Field[]): Buffer {
  return Buffer.from(`${fields.join('\r\n')}\r\n\r\n`);
}
