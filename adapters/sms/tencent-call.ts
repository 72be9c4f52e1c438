import type * as z from 'zod';
import { type Patience, postOnce, TEN_SECONDS } from '../http/outgoing-request.ts';
import { withoutKey } from '../secrets/provider-key.ts';
import type { TencentKey } from './sms-secret.ts';
import { tc3Authorization } from './tc3.ts';

export interface TencentCaller {
  readonly endpoint: string;
  readonly region: string;
  readonly key: () => Promise<TencentKey>;
  /** Dates the signature. */
  readonly now: () => Date;
  readonly patience?: Patience | undefined;
}

const CONTENT_TYPE = 'application/json; charset=utf-8';

/** One call of Tencent Cloud's SMS (2021-01-11), signed. Never throws: see `postOnce`. */
export async function callTencent<Schema extends z.ZodType>(
  action: string,
  parameters: object,
  schema: Schema,
  caller: TencentCaller,
) {
  const payload = JSON.stringify(parameters);
  try {
    const headers = signedHeaders(action, payload, await caller.key(), caller);
    return await postOnce({ url: caller.endpoint, headers, body: payload }, schema, caller.patience ?? TEN_SECONDS);
  } catch (error) {
    return withoutKey(error);
  }
}

function signedHeaders(action: string, payload: string, key: TencentKey, { endpoint, region, now }: TencentCaller) {
  const { host } = new URL(endpoint);
  const timestamp = Math.floor(now().getTime() / 1000);
  const request = { service: 'sms', host, contentType: CONTENT_TYPE, payload, timestamp };
  return {
    authorization: tc3Authorization(request, key),
    'content-type': CONTENT_TYPE,
    'x-tc-action': action,
    'x-tc-version': '2021-01-11',
    'x-tc-region': region,
    'x-tc-timestamp': String(timestamp),
  };
}

/** A number as Tencent has it, in E.164. */
export const e164 = (to: string): string => (to.startsWith('+') ? to : `+86${to}`);
