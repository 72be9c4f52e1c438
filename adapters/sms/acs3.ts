import { createHmac } from 'node:crypto';
import { sha256 } from '../digest.ts';

/**
 * What Aliyun's V3 signature covers; the query must be in canonical form already, which URLSearchParams sorted gives
 * but for `+`.
 */
export interface SignedRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: string;
  /** Lower-case names; host and all x-acs-*. */
  readonly headers: Readonly<Record<string, string>>;
}

/** SHA-256 of an empty body. */
export const EMPTY_BODY = sha256('');

/** The Authorization header, ACS3-HMAC-SHA256 (Aliyun, "V3版本请求体&签名机制"). */
export function authorization(
  { method, path, query, headers }: SignedRequest,
  accessKeyId: string,
  secret: string,
): string {
  const names = Object.keys(headers).toSorted();
  const signedHeaders = names.join(';');
  const lines = names.map((name) => `${name}:${headers[name]!.trim()}\n`).join('');
  const request = [method, path, query, lines, signedHeaders, headers['x-acs-content-sha256']].join('\n');
  const toSign = `ACS3-HMAC-SHA256\n${sha256(request)}`;
  const signature = createHmac('sha256', secret).update(toSign).digest('hex');
  return `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
}
