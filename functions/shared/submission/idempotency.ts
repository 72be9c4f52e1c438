import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { sha256 } from '../digest.ts';
import { networksOf } from '../http/network.ts';
import { Refusal } from '../http/problem.ts';
import type { TypedForm } from './typed-form.ts';

const RIGHT_KEY = '应为1至128个可打印ASCII字符';

/** Printable ASCII, chosen by the caller, the same for every attempt to send one form. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, RIGHT_KEY)
  .meta({
    description:
      '同一份内容每次重发用同一个键，例如UUID。不足16个字符的，只在同一网络、同一程序（User-Agent）内视为同一个键',
  });

/** A key of so many characters can be one that nobody else takes. */
const UNIQUE = 16;

/**
 * Which forms are the same one: those under one key, a short one only within one program at one address, since others
 * count from 1 as well. Without a key every request is a form of its own.
 */
export function formIdOf(event: APIGatewayProxyEventV2): string {
  const { headers, requestContext } = event;
  const key = headers['idempotency-key'];
  if (key === undefined) return `request:${requestContext.requestId}`;
  const checked = IdempotencyKey.safeParse(key);
  if (checked.success) return checked.data.length < UNIQUE ? ownKey(event, checked.data) : `key:${checked.data}`;
  throw invalidKey();
}

/** A refusal (400) that says what a key is. */
export const invalidKey = (): Refusal =>
  new Refusal('invalid-idempotency-key', { detail: `${RIGHT_KEY}，不含空格，例如UUID` });

/** A refusal (422) that says what to do with another content. */
export const keyReused = (): Refusal =>
  new Refusal('idempotency-key-reused', { detail: '内容不同的，请换一个新的键；重发的，请发送同样的内容' });

function ownKey({ headers, requestContext }: APIGatewayProxyEventV2, key: string): string {
  const [network] = networksOf(requestContext.http.sourceIp);
  return `short-key:${key} ${sha256(`${network} ${headers['user-agent'] ?? ''}`)}`;
}

/** A form shown once and sent twice is the same one. One whose key got lost is a form of its own each time. */
export function typedFormIdOf(form: TypedForm, { requestContext }: APIGatewayProxyEventV2): string {
  const key = typedKeyIn(form);
  return key === undefined ? `request:${requestContext.requestId}` : `form:${key}`;
}

/** The key that a form got when it was shown; undefined for one that cannot be ours. */
export function typedKeyIn(form: TypedForm): string | undefined {
  const key = form.value('key');
  return key !== undefined && /^[\w-]{16,64}$/.test(key) ? key : undefined;
}
