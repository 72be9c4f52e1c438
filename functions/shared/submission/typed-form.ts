import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { cleaned } from '../../../domain/text/cleaned.ts';
import { bodyBytes, otherMediaType } from '../http/body.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';
/** 20,000 characters, each of up to four bytes, each byte written as three. */
const MAX_FORM_BYTES = 300 * 1024;
/** Our forms have fifteen fields; one for many cases has a box for each row of a page. */
const MAX_FIELDS = 100;

export interface TypedForm {
  /**
   * What stands in that field as people see it, counted as browsers count, without blanks around it; undefined when it
   * is not there or left blank.
   */
  value(name: string): string | undefined;
  /** Whatever was written in Chinese, field by field. */
  words(): readonly string[];
  /** The same form without those fields, as a browser would send it. */
  without(...names: readonly string[]): Uint8Array;
  readonly bytes: Uint8Array;
}

/**
 * What a browser sent of a plain form. The pages ask for UTF-8; an old browser that sends GB18030 all the same is read
 * as well. Refuses what is no form (415), or a longer one than people can type (413).
 */
export function readForm(event: APIGatewayProxyEventV2): TypedForm {
  const [mediaType = ''] = (event.headers['content-type'] ?? '').toLowerCase().split(';');
  if (mediaType.trim() !== FORM_TYPE) throw otherMediaType([FORM_TYPE]);
  const bytes = bodyBytes(event, MAX_FORM_BYTES);
  const pairs = bytes.toString('latin1').split('&').slice(0, MAX_FIELDS).map(pairOf);
  const decode = decoderFor(pairs);
  const values = new Map(pairs.map(({ name, value }) => [decode(name), decode(value)]));
  return {
    value: (name) => cleaned(values.get(name) ?? '').trim() || undefined,
    words: () => [...values.values()].filter((value) => /\p{Script=Han}/u.test(value)).map(cleaned),
    without: (...names) => {
      const kept = [...values].filter(([name]) => !names.includes(name));
      return Buffer.from(new URLSearchParams(kept).toString());
    },
    bytes,
  };
}

interface Pair {
  readonly name: Buffer;
  readonly value: Buffer;
}

function pairOf(text: string): Pair {
  const at = text.indexOf('=');
  const [name, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  return { name: unescaped(name), value: unescaped(value) };
}

/** The bytes behind %XX and plus signs; a percent sign that escapes nothing stands for itself. */
function unescaped(text: string): Buffer {
  const plain = text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** One charset for the whole form: a browser does not change it between two fields. */
function decoderFor(pairs: readonly Pair[]): (bytes: Uint8Array) => string {
  const all = pairs.flatMap(({ name, value }) => [name, value]);
  const readsAll = (charset: string) => all.every((bytes) => canRead(charset, bytes));
  const charset = !readsAll('utf-8') && readsAll('gb18030') ? 'gb18030' : 'utf-8';
  return (bytes) => new TextDecoder(charset).decode(bytes);
}

function canRead(charset: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
