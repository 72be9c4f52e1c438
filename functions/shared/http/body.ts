import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { cleaned } from '../../../domain/text/cleaned.ts';
import { saysNothing } from '../../../domain/text/null-words.ts';
import { fieldErrorsOf } from './field-errors.ts';
import { Refusal } from './problem.ts';

/** No form that people fill in is longer, and a complaint is kept whole in an item of 400 KB. */
const MAX_JSON_BYTES = 256 * 1024;

/** The body as it was sent, byte for byte. Refuses (413) one that is longer than `maxBytes`. */
export function bodyBytes({ body, isBase64Encoded }: APIGatewayProxyEventV2, maxBytes = MAX_JSON_BYTES): Buffer {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

const MEGABYTE = 1024 * 1024;

/** A refusal (413) that says how much would be taken. */
export function tooLarge(most: number): Refusal {
  const size = most < MEGABYTE ? `${Math.floor(most / 1024)} KB` : `${Number((most / MEGABYTE).toFixed(1))} MB`;
  return new Refusal('body-too-large', { detail: `最多${size}` });
}

/**
 * Refuses (415) a body of any other media type, in another charset than UTF-8, or packed: the gateway hands on none of
 * these as they were sent. One that names no type is taken for the first.
 */
export function requireMediaType({ headers }: APIGatewayProxyEventV2, ...accepted: readonly string[]): void {
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? accepted[0] ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => /^\s*charset="?([^"\s]+)/.exec(one)?.[1]).find(Boolean) ?? 'utf-8';
  const isPlain = ['utf-8', 'utf8'].includes(charset) && (headers['content-encoding'] ?? 'identity') === 'identity';
  if (accepted.includes(mediaType.trim()) && isPlain) return;
  throw otherMediaType(accepted);
}

/** A refusal (415) that says what would be taken. */
export const otherMediaType = (accepted: readonly string[]): Refusal =>
  new Refusal('unsupported-media-type', { detail: `应为${accepted.join('、')}，UTF-8编码，不压缩` });

/**
 * The JSON value in those bytes, its texts as people see them. A field that is null, left blank, or the name of a
 * null, as forms and programs send it, counts as not sent; only `text` may be blank. Refuses (400) what is not JSON in
 * UTF-8.
 */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), asMeant);
  } catch (error) {
    throw new Refusal('broken-json', { detail: whyNoJson(bytes, error as Error) });
  }
}

/** Where it stops being JSON, or why it never was: not what the engine says, for that quotes what was sent. */
function whyNoJson(bytes: Uint8Array, error: Error): string {
  if (bytes.length === 0) return '没有内容';
  if (error instanceof TypeError) return '不是UTF-8编码';
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(error.message) ?? [];
  return line === undefined ? '内容不完整，或者不是JSON' : `从第${line}行第${column}个字符起不是JSON`;
}

const asMeant = (name: string, value: unknown, { source }: { readonly source?: string } = {}) => {
  // A number too long to be counted exactly is somebody's number of an order: all its digits stay, as a text.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return source;
  if (typeof value !== 'string') return value ?? undefined;
  // Half a character, which JSON can escape, cannot be stored, and what nobody sees deceives.
  const text = cleaned(value);
  if (!saysNothing(text)) return text;
  return name === 'text' ? '' : undefined;
};

/**
 * Checks what a caller sent; refuses it (400) with a pointer to each field that is wrong.
 * Use it for input only: where stored data fails its own schema, the caller is not to blame and the answer is a 500.
 */
export function readInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new Refusal('invalid-request', { errors: fieldErrorsOf(result.error) });
}

/** The checked JSON body of a request: media type (415), length (413), JSON (400) and fields (400), in this order. */
export function jsonBody<Schema extends z.ZodType>(
  schema: Schema,
  event: APIGatewayProxyEventV2,
  { maxBytes }: { maxBytes?: number } = {},
): z.output<Schema> {
  requireMediaType(event, 'application/json');
  return readInput(schema, readJson(bodyBytes(event, maxBytes)));
}
