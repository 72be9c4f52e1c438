import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { type Patience, postOnce, TEN_SECONDS } from '../http/outgoing-request.ts';
import { withoutKey } from '../secrets/provider-key.ts';
import { authorization, EMPTY_BODY } from './acs3.ts';
import type { AliyunKey } from './sms-secret.ts';

export interface AliyunCaller {
  readonly endpoint: string;
  readonly key: () => Promise<AliyunKey>;
  /** Dates the signature, which Aliyun wants within 15 minutes. */
  readonly now: () => Date;
  readonly patience?: Patience | undefined;
}

/** One call of dysmsapi (2017-05-25), signed. Never throws: see `postOnce`. */
export async function callAliyun<Schema extends z.ZodType>(
  action: string,
  parameters: Readonly<Record<string, string>>,
  schema: Schema,
  { endpoint, key, now, patience = TEN_SECONDS }: AliyunCaller,
) {
  const { host, origin } = new URL(endpoint);
  const query = canonical(parameters);
  try {
    const headers = signedHeaders({ host, action, query }, await key(), now());
    return await postOnce({ url: `${origin}/?${query}`, headers }, schema, patience);
  } catch (error) {
    return withoutKey(error);
  }
}

interface Call {
  readonly host: string;
  readonly action: string;
  readonly query: string;
}

function signedHeaders({ host, action, query }: Call, { accessKeyId, accessKeySecret }: AliyunKey, now: Date) {
  const headers = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': EMPTY_BODY,
    'x-acs-date': now.toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': '2017-05-25',
  };
  const request = { method: 'POST', path: '/', query, headers } as const;
  return { ...headers, authorization: authorization(request, accessKeyId, accessKeySecret) };
}

/** RFC 3986, sorted by name, as the signature wants it. */
function canonical(parameters: Readonly<Record<string, string>>): string {
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return Object.keys(parameters)
    .toSorted()
    .map((name) => `${encode(name)}=${encode(parameters[name]!)}`)
    .join('&');
}
