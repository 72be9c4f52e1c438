import { decodeText, detect } from './charsets.ts';
import { withUtf8Words } from './encoded-words.ts';

/** One header field, folds included, without its last line break. */
export type Field = string;

/** What decides how a part's body is read. */
export interface PartKind {
  readonly mediaType: string;
  readonly charset: string;
  readonly encoding: string;
  readonly boundary: string | undefined;
  /** RFC 3676: lines may be folded at a blank, and, with `delsp`, at one that is no part of the text. */
  readonly isFlowed: boolean;
  readonly deletesBlanks: boolean;
  readonly isAttachment: boolean;
  /** Whether it has a file name, or asks to be saved as a file. */
  readonly isNamed: boolean;
  /** Content-ID and Content-Location, by which HTML shows it in its place. */
  readonly names: readonly string[];
}

/**
 * The fields of a header in UTF-8: raw 8-bit bytes, which Chinese webmails put into subjects and file names, and
 * encoded words of any Chinese charset alike. After the parser they could not be recovered.
 */
export function fieldsOf(header: Buffer): Field[] {
  const lines = header.toString('latin1').split(/\r?\n/);
  const fields: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line) && fields.length > 0) fields[fields.length - 1] += `\r\n${line}`;
    else if (line !== '') fields.push(line);
  }
  return fields.map((field) => withUtf8Words(decodeRaw(field)));
}

export function kindOf(fields: readonly Field[]): PartKind {
  const contentType = fieldValue(fields, 'content-type') ?? '';
  const disposition = fieldValue(fields, 'content-disposition') ?? '';
  const isAttachment = /^attachment/i.test(disposition);
  const isNamed = isAttachment || /name\*?[0-9*]*\s*=/i.test(`${contentType}${disposition}`);
  return {
    mediaType: mediaTypeIn(contentType, isNamed),
    charset: parameterOf(contentType, 'charset') ?? '',
    encoding: (fieldValue(fields, 'content-transfer-encoding') ?? '').toLowerCase(),
    boundary: parameterOf(contentType, 'boundary'),
    isFlowed: /^flowed$/i.test(parameterOf(contentType, 'format') ?? ''),
    deletesBlanks: /^yes$/i.test(parameterOf(contentType, 'delsp') ?? ''),
    isAttachment,
    isNamed,
    names: ['content-id', 'content-location'].flatMap((name) => fieldValue(fields, name) ?? []),
  };
}

const TYPE = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}/i;

/** application/xhtml+xml, application/vnd.wap.xhtml+xml: a page by another name. */
const PAGE = /^(?:text|application)\/(?!x-amp-)[\w.-]*html(?:\+xml)?$/;

/** Anything that is no type/subtype tells nothing: a file of it is mere bytes, and what is no file are words. */
function mediaTypeIn(contentType: string, isNamed: boolean): string {
  const type = TYPE.exec(contentType)?.[0] ?? (/^multipart\b/i.test(contentType) ? 'multipart/mixed' : undefined);
  const said = type?.toLowerCase();
  if (said) return PAGE.test(said) && !isNamed ? 'text/html' : said;
  if (isNamed) return 'application/octet-stream';
  return /html/i.test(contentType) ? 'text/html' : 'text/plain';
}

/** The first field of that name counts, as it does for the parser. Unfolded and trimmed. */
function fieldValue(fields: readonly Field[], name: string): string | undefined {
  const field = fields.find((candidate) => nameOf(candidate) === name);
  return field
    ?.slice(field.indexOf(':') + 1)
    .replace(/\r\n/g, '')
    .trim();
}

export function nameOf(field: Field): string {
  return field
    .slice(0, Math.max(0, field.indexOf(':')))
    .trim()
    .toLowerCase();
}

function parameterOf(value: string, name: string): string | undefined {
  const found = new RegExp(`(?:;\\s*|[\\s,])${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(value);
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2];
}

/** `latin1` holds one byte a character. */
function decodeRaw(latin1: string): string {
  if (!/[\u0080-\u00ff]/.test(latin1)) return latin1;
  const bytes = Buffer.from(latin1, 'latin1');
  return decodeText(bytes, 'utf-8') ?? detect(bytes);
}
