/** Bytes that somebody may have signed in place of those that were sent, and how that comes about. */
export interface Variant {
  /** Empty for the way it should be. */
  readonly mistake: string;
  readonly bytes: Uint8Array;
}

/** The body, and what it turns into between signing and sending. */
export function bodyVariants(body: Uint8Array): Variant[] {
  const text = Buffer.from(body).toString('utf8');
  const variants = [
    { mistake: '', bytes: body },
    ...Object.entries(textVariants(text)).map(([mistake, changed]) => ({ mistake, bytes: Buffer.from(changed) })),
    ...jsonVariants(text).map(([how, changed]) => ({
      mistake: `the body was signed as JSON written anew (${how}): sign the very bytes that you send`,
      bytes: Buffer.from(changed),
    })),
  ];
  return variants.filter(({ bytes }, index) => variants.findIndex((one) => sameBytes(one.bytes, bytes)) === index);
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function textVariants(text: string): Record<string, string> {
  return {
    'the body was signed with a newline at its end and sent without (or the file was read without it)': `${text}\n`,
    'the body was signed with CR LF at its end and sent without': `${text}\r\n`,
    'the body was signed without the blanks or the newline at its end, and sent with them': text.trimEnd(),
    'the body was signed without the blanks around it, and sent with them': text.trim(),
    'the body was signed with LF line ends and sent with CR LF': text.replaceAll('\r\n', '\n'),
    'the body was signed with CR LF line ends and sent with LF': text.replace(/\r?\n/g, '\r\n'),
    'the body was signed without line ends and sent with them': text.replace(/[\r\n]/g, ''),
    'the body was signed without its byte order mark': text.replace(/^\ufeff/, ''),
    'the body was signed with a byte order mark and sent without': `\ufeff${text}`,
    'every Chinese character was signed as "?": turn the text into bytes as UTF-8, not by the default charset':
      text.replace(/[^\0-\x7f]/gu, '?'),
    'the body was signed as base64 and sent plain': Buffer.from(text).toString('base64'),
    'an empty body was signed: sign after the body is made': '',
  };
}

/** As the libraries of several languages write the same value. */
function jsonVariants(text: string): [how: string, written: string][] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const sorted = inOrder(value);
  const compact = JSON.stringify(value);
  return [
    ['without blanks', compact],
    ['indented by 2', JSON.stringify(value, undefined, 2)],
    ['indented by 4', JSON.stringify(value, undefined, 4)],
    ['without blanks, keys sorted', JSON.stringify(sorted)],
    ['without blanks, Chinese as \\u…', inAscii(compact)],
    ['without blanks, Chinese as \\u…, "/" as "\\/"', inAscii(compact).replaceAll('/', '\\/')],
    ['without blanks, "/" as "\\/"', compact.replaceAll('/', '\\/')],
    ['as Python writes it', asPython(value)],
    ['as Python writes it, Chinese as \\u…', inAscii(asPython(value))],
    ['as Python writes it, keys sorted', asPython(sorted)],
    ['as Python writes it, keys sorted, Chinese as \\u…', inAscii(asPython(sorted))],
  ];
}

const inAscii = (json: string): string =>
  json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A blank after each comma and colon. */
function asPython(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asPython).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, item]) => `${JSON.stringify(name)}: ${asPython(item)}`)
    .join(', ')}}`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => [name, inOrder(item)]);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
