import { createHash } from 'node:crypto';
import type { Answer } from '../http/http.ts';
import type { Html } from './html.ts';

/** Text of ours that is HTML already. */
export const raw = (text: string): Html => ({ html: text });

/** What stands within a document beside its words: browsers let no other style or script run. */
export interface Parts {
  readonly style: string;
  readonly script: string;
  /** Where its forms may be sent beside this site. */
  readonly postsTo?: string | undefined;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The parts by their hashes, which are made once. */
export const partsOf = (style: string, script: string): Parts => ({ style: hashOf(style), script: hashOf(script) });

/** A whole document as the answer to a request. Nobody keeps it unless the headers say otherwise. */
export function documentAnswer(
  statusCode: number,
  document: string,
  parts: Parts,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    statusCode,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'zh-CN',
      'cache-control': 'no-store',
      'content-security-policy': policyOf(parts),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
      'strict-transport-security': 'max-age=31536000',
      ...headers,
    },
    body: document,
  };
}

function policyOf({ style, script, postsTo }: Parts): string {
  const targets = ["'self'", ...(postsTo === undefined ? [] : [new URL(postsTo).origin])];
  return [
    "default-src 'none'",
    `style-src ${style}`,
    `script-src ${script}`,
    'img-src data:',
    `form-action ${targets.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
