import { wordsOfHtml } from '../../domain/text/html/words.ts';
import { isWhole } from './base64.ts';
import { decodeText, detect } from './charsets.ts';
import { plainOfEnriched, unflowed } from './folded-text.ts';
import type { MailPart } from './mail-parts.ts';
import { pastedIn } from './pasted-files.ts';
import { decodeFile, decodeTransfer, isKnownEncoding, isPlainEncoding } from './transfer-encoding.ts';
import type { TextPart } from './utf8-mail.ts';
import { uuencodedIn } from './uuencode.ts';

/** Of a longer text only the beginning is read. */
export const MAX_TEXT_BYTES = 1_000_000;

/** What a part says, the files that stand in its text, and whether something of it is missing here. */
export interface PartWords {
  readonly text: string;
  readonly files: readonly MailPart[];
  readonly lacks: boolean;
}

/** `most` is how many bytes of it are read; `has` finds a picture among the files of the mail. */
export function wordsOfPart(part: TextPart, most: number, has: (source: string) => boolean): PartWords {
  const { kind, body } = part;
  const isHtml = kind.mediaType === 'text/html';
  const decoded = decodeTransfer(body, kind.encoding);
  const { html: bytes, files } = isHtml ? pastedIn(decoded) : { html: decoded, files: [] };
  const read = textOf(part, bytes.subarray(0, most));
  // Some programs say of any file that it is text.
  if (isOfAFile(read)) return { text: '', files: [fileOf(part, '')], lacks: false };
  const text = read.replaceAll('\0', '');
  const { text: words, lacks: hasGap } = isHtml
    ? wordsOfHtml(text, has)
    : { text: plainOf(kind.mediaType, text), lacks: false };
  const inText = uuencodedIn(words);
  const isCut = bytes.length > most || !isKnownEncoding(kind.encoding);
  const kept = isCut || text.includes('\ufffd') ? [fileOf(part, isHtml ? '正文.html' : '正文.txt')] : [];
  const more = inText.files.map((file) => ({ mediaType: UNKNOWN, ...file }));
  return { text: inText.text, files: [...files, ...more, ...kept], lacks: hasGap || isCut };
}

/** Some programs send the NUL at the end of a text along: it is one where nothing else in it is what nobody types. */
const isOfAFile = (text: string): boolean =>
  text.includes('\0') && (UNTYPED.test(text) || text.replaceAll('\0', '').trim() === '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
const UNTYPED = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;

const UNKNOWN = 'application/octet-stream';

/** The part as it came, for who can read it. */
const fileOf = ({ kind, body }: TextPart, name: string): MailPart => ({
  name,
  mediaType: name === '' ? UNKNOWN : kind.mediaType,
  bytes: () => decodeFile(body, kind.encoding),
});

function textOf({ kind }: TextPart, bytes: Buffer): string {
  const text = decodedBy(kind.charset || charsetInside(kind.mediaType, bytes), bytes).toWellFormed();
  const flowed = kind.isFlowed ? unflowed(text, kind.deletesBlanks) : text;
  return isPlainEncoding(kind.encoding) ? (encodedUnsaid(flowed.trim()) ?? quotedUnsaid(text) ?? flowed) : flowed;
}

const decodedBy = (charset: string, bytes: Buffer): string =>
  decodeText(bytes, charset) ?? new TextDecoder(charset.trim()).decode(bytes);

/** HTML may name its charset itself, XHTML in its first line. */
const charsetInside = (mediaType: string, bytes: Buffer): string =>
  mediaType === 'text/html'
    ? (/(?:charset|\sencoding)\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 2048))?.[1] ?? '')
    : '';

/** Shorter letters of the alphabet may be words. */
const LEAST_ENCODED = 24;

/** Base64 whose name a gateway lost: all of it is, and behind it stands Chinese. */
function encodedUnsaid(text: string): string | undefined {
  if (text.length < LEAST_ENCODED || !isWhole(text)) return undefined;
  return ifChinese(detect(Buffer.from(text, 'base64')));
}

/** And quoted-printable: characters of three bytes, or of two and two, in escapes one after the other. */
function quotedUnsaid(text: string): string | undefined {
  if (!/(?:=[0-9A-F]{2}){6}/.test(text)) return undefined;
  return ifChinese(detect(decodeTransfer(Buffer.from(text), 'quoted-printable')));
}

const ifChinese = (decoded: string): string | undefined =>
  /\p{Script=Han}/u.test(decoded) && !/[\p{Cc}\ufffd]/u.test(decoded.replace(/\s/g, '')) ? decoded : undefined;

const plainOf = (mediaType: string, text: string): string =>
  /^text\/(enriched|richtext)$/.test(mediaType) ? plainOfEnriched(text) : text;
