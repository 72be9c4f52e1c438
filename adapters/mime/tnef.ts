import { safeFileName } from '../../domain/attachments/file-name.ts';
import { wordsOfHtml } from '../../domain/text/html/words.ts';
import { decodeText, detect } from './charsets.ts';
import type { MailPart } from './mail-parts.ts';
import { type Property, propertiesIn } from './tnef-properties.ts';

/** What Outlook packed into a winmail.dat (MS-OXTNEF), which nothing else opens. */
export interface Packed {
  readonly files: readonly MailPart[];
  /** The letter, where it stands there as text or HTML. */
  readonly text: string;
}

const SIGNATURE = 0x223e9f78;
/** Signature and key. */
const HEAD_BYTES = 6;
/** Level, id and length, and a checksum behind. */
const [LEAD_BYTES, SUM_BYTES] = [9, 2];

const ID = { body: 0x2800c, codePage: 0x69007, message: 0x69003 };
const OF_FILE = { begins: 0x69002, title: 0x18010, data: 0x6800f, properties: 0x69005 };
const PROPERTY = { body: 0x1000, html: 0x1013, longName: 0x3707 };
const MAX_FILES = 100;

const isPacked = ({ mediaType, name }: MailPart): boolean =>
  /^application\/(vnd\.)?ms-tnef$/.test(mediaType) || /^winmail\.dat$/i.test(name);

/** What lies in the parts of a mail that Outlook packed. One that breaks off gives what stands before. */
export function packedIn(parts: readonly MailPart[]): Packed {
  const packed = parts.filter(isPacked).map((part) => contentsOf(part));
  return { files: packed.flatMap(({ files }) => files), text: packed.map(({ text }) => text).join('\n') };
}

interface File {
  readonly title: string;
  readonly content: Buffer;
}

const NO_FILE: File = { title: '', content: Buffer.alloc(0) };

function contentsOf(part: MailPart): Packed {
  const bytes = part.bytes();
  if (bytes.length < HEAD_BYTES || bytes.readUInt32LE(0) !== SIGNATURE) return { files: [], text: '' };
  const files: File[] = [];
  let [charset, body, message] = ['', '', [] as readonly Property[]];
  for (const { id, value } of attributesIn(bytes)) {
    const last = files.at(-1) ?? NO_FILE;
    const change = (more: Partial<File>) => files.splice(-1, 1, { ...last, ...more });
    if (id === ID.codePage) charset = CHARSETS.get(value.length < 4 ? 0 : value.readUInt32LE(0)) ?? '';
    else if (id === ID.body) body = textIn(value, charset);
    else if (id === ID.message) message = [...propertiesIn(value)];
    else if (id === OF_FILE.begins && files.length < MAX_FILES) files.push(NO_FILE);
    else if (id === OF_FILE.title) change({ title: last.title || textIn(value, charset) });
    else if (id === OF_FILE.data) change({ content: value });
    else if (id === OF_FILE.properties) change({ title: longNameIn(value, charset) || last.title });
  }
  return {
    text: body || wordsIn(message, charset),
    files: files.map(({ title, content }) => ({
      name: safeFileName(title),
      mediaType: 'application/octet-stream',
      bytes: () => content,
    })),
  };
}

function* attributesIn(bytes: Buffer): Generator<{ id: number; value: Buffer }> {
  for (let at = HEAD_BYTES; at + LEAD_BYTES <= bytes.length; ) {
    const [id, length] = [bytes.readUInt32LE(at + 1), bytes.readUInt32LE(at + 5)];
    const [start, end] = [at + LEAD_BYTES, at + LEAD_BYTES + length];
    if (end > bytes.length) return;
    yield { id, value: bytes.subarray(start, end) };
    at = end + SUM_BYTES;
  }
}

/** Of Windows; what is none of these is told by its bytes. */
const CHARSETS: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [65001, 'utf-8'],
]);

const withoutEnd = (text: string): string => text.replace(/\0+$/, '');
const textIn = (value: Buffer, charset: string): string =>
  withoutEnd(decodeText(value, charset) ?? detect(value)).trim();

const textOf = ({ isUtf16, value }: Property, charset: string): string =>
  isUtf16 ? withoutEnd(value.toString('utf16le')) : textIn(value, charset);

function longNameIn(value: Buffer, charset: string): string {
  const named = [...propertiesIn(value)].find(({ id }) => id === PROPERTY.longName);
  return named ? textOf(named, charset) : '';
}

function wordsIn(message: readonly Property[], charset: string): string {
  const said = (wanted: number) => {
    const found = message.find(({ id }) => id === wanted);
    return found ? textOf(found, charset) : '';
  };
  return said(PROPERTY.body).trim() || wordsOfHtml(said(PROPERTY.html), () => true).text;
}
