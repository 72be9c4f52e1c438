import * as z from 'zod';
import type { AccessTokens } from './access-token.ts';
import { isBadToken, NoAppSecret, WechatRefusal } from './refusal.ts';

/** More came than was allowed. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Bytes that the answer may have. */
  readonly limit?: number;
}

/** What came; as JSON too where it is an object: WeChat labels its JSON as text now and then, so the bytes decide. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly json: Readonly<Record<string, unknown>> | undefined;
}

const JSON_LIMIT = 64 * 1024;
const PATIENCE_MS = 10_000;

/**
 * Asks WeChat or WeCom, whose addresses begin with `base`. Throws `WechatRefusal` for an `errcode`, `TooLong`, and
 * whatever `fetch` throws. The token travels in the address, as they want it; so errors never name the address.
 */
export async function ask(base: string, { method, path, query, body, limit = JSON_LIMIT }: Question): Promise<Answer> {
  const url = `${base.replace(/\/$/, '')}${path}?${new URLSearchParams(query)}`;
  const init = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  const answer = await read(await fetch(url, { method, ...init, signal: AbortSignal.timeout(PATIENCE_MS) }), limit);
  const errcode = Number(answer.json?.errcode ?? 0);
  if (errcode !== 0) throw new WechatRefusal(errcode);
  return answer;
}

/** Downloads without a token: what WeChat says is at that address. */
export async function download(url: string, limit: number): Promise<Answer> {
  return await read(await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }), limit);
}

/** Asks with a token of the account; with another one, once, when the first is refused. */
export function wechatApi(base: string, tokens: AccessTokens) {
  return async (question: Question): Promise<Answer> => {
    const withToken = (access_token: string) => ask(base, { ...question, query: { access_token, ...question.query } });
    const token = await gotten(tokens.current());
    try {
      return await withToken(token);
    } catch (error) {
      if (!(error instanceof WechatRefusal && isBadToken(error.errcode))) throw error;
      return await withToken(await gotten(tokens.insteadOf(token)));
    }
  };
}

/** A failure on the way to a token: what was to be asked for was not asked for yet. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

async function gotten(token: Promise<string>): Promise<string> {
  try {
    return await token;
  } catch (error) {
    if (error instanceof WechatRefusal || error instanceof NoAppSecret) throw error;
    throw new NoToken((error as Error).name);
  }
}

export type WechatApi = ReturnType<typeof wechatApi>;

async function read(response: Response, limit: number): Promise<Answer> {
  if (!response.ok) throw new HttpFailure(response.status);
  const bytes = await bytesOf(response, limit);
  return { bytes, json: jsonIn(bytes) };
}

/** Something in between answered, or WeChat did, but not as it answers. */
class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

async function bytesOf(response: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limit) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const Json = z.record(z.string(), z.unknown());

function jsonIn(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  if (bytes[0] !== 0x7b) return undefined;
  try {
    return Json.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}
