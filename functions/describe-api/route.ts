import * as z from 'zod';
import type { ProblemName } from '../shared/http/problems.ts';

/** What may lie in a body, by media type. Texts that are no JSON are described as strings. */
export type Content = Readonly<Record<string, z.ZodType>>;

/** An answer that is no problem. */
export interface Success {
  readonly status: 200 | 202 | 303;
  /** Of its JSON. */
  readonly example?: unknown;
  /** Empty for an answer without a body. */
  readonly content: Content;
  readonly headers?: z.ZodObject;
}

/**
 * One operation of the API: the very schemas its function checks with. Read from the rest are the parameters of the
 * path, the headers that
 * `access` asks for, and the RateLimit headers of whatever may answer `too-many-requests`.
 */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** `operationId`: what generated clients call the operation. Never changes. */
  readonly id: string;
  readonly summary: string;
  /**
   * How the caller proves who it is: not at all, by a Standard Webhooks signature, by WeChat's or WeCom's, or by a
   * staff token.
   */
  readonly access: 'open' | 'webhook' | 'wechat' | 'wecom' | 'staff';
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: Content;
  /** Of its JSON body. */
  readonly example?: unknown;
  readonly answer: Success;
  /** What may stand in the way, beside `internal-error`, which always may. */
  readonly problems: readonly ProblemName[];
}

export const json = (schema: z.ZodType): Content => ({ 'application/json': schema });
export const ok = (content: Content, example?: unknown): Success => ({ status: 200, content, example });
/** The caller is sent on. */
export const elsewhere: Success = { status: 303, content: {}, headers: z.object({ Location: z.url() }) };
export const taken = (schema: z.ZodType, example?: unknown): Success => ({
  status: 202,
  content: json(schema),
  example,
});

/** A JSON body that was not what it should be; whoever has no signature needs the right media type, too. */
export const FAULTY_JSON = ['broken-json', 'invalid-request', 'body-too-large'] as const;

/** What bars whoever is no member of staff, and whose case it is not. */
export const NOT_STAFF = ['no-organ', 'no-person', 'no-role', 'not-your-role'] as const;
export const NOT_THEIR_CASE = [...NOT_STAFF, 'not-yours', 'unknown-case'] as const;
