import { headerAt, lineEnd } from './delimiters.ts';

const SIGNS_OF_LETTER = /^(from|to|subject|date|message-id)[ \t]*:/im;
const SIGNS_OF_BODY = /^content-(type|transfer-encoding)[ \t]*:/im;
const OF_MAILBOX_FILE = /^>?From [^\s:]+ .*\d\d:\d\d/;
const FIELD_OR_FOLD = /^([!-9;-~]+[ \t]*:|[ \t]+\S|\r?$)/;

/** So far a header that was cut in two is looked for. */
const MAX_BELOW = 16 * 1024;

/**
 * The header of a mail as mail programs find it: a byte order mark, empty lines and the "From " line of a mailbox file
 * stand before it in some mails, and gateways put an empty line into the middle of others.
 */
export function topHeader(raw: Buffer): { header: Buffer; bodyStart: number } {
  const start = beginOfHeader(raw);
  let { header, bodyStart } = headerAt(raw, start, []);
  while (bodyStart < raw.length) {
    const below = headerAt(raw.subarray(bodyStart, bodyStart + MAX_BELOW), 0, []);
    if (!belongTogether(header.toString('latin1'), below.header.toString('latin1'))) break;
    header = raw.subarray(start, bodyStart + below.header.length);
    bodyStart += below.bodyStart;
  }
  return { header, bodyStart };
}

function beginOfHeader(raw: Buffer): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (at < raw.length) {
    const end = lineEnd(raw, at);
    const line = raw.toString('latin1', at, Math.min(end, at + 200)).trim();
    if (line !== '' && !OF_MAILBOX_FILE.test(line)) return at;
    at = end;
  }
  return at;
}

/**
 * Whether an empty line between these cuts one header in two: what is missing above stands below, in lines that are all
 * fields.
 */
function belongTogether(above: string, below: string): boolean {
  if (!below.split('\n').every((line) => FIELD_OR_FOLD.test(line))) return false;
  const lacks = (signs: RegExp) => !signs.test(above) && signs.test(below);
  return lacks(SIGNS_OF_LETTER) || (lacks(SIGNS_OF_BODY) && SIGNS_OF_LETTER.test(above));
}
