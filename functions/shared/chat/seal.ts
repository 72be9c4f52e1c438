import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Refusal } from '../http/problem.ts';
import { unauthenticated } from '../http/unauthenticated.ts';

/** What proves the messages of an account, and what they are sealed with. */
export interface SealedAccount {
  readonly token: string;
  readonly encodingAesKey: string;
  /** For whom they are sealed: the official account's app id, or what WeCom calls the receive id. */
  readonly appId: string;
}

export interface ChatSeal {
  signatureOf(parts: readonly string[]): string;
  isSignature(given: string, parts: readonly string[]): boolean;
  /** The message inside; undefined when it is not whole or was sealed for another account. */
  openSeal(sealed: string, account: SealedAccount): Uint8Array | undefined;
  sealMessage(message: string, account: SealedAccount): string;
}

/** The fields of a message in XML or JSON. Throws when it is neither. */
export type ReadFields = (text: string) => Readonly<Record<string, string>>;

/** WeChat and WeCom ask three times within 15 seconds; beyond five minutes a signature is somebody's copy. */
const TOLERANCE_MS = 300_000;

type Query = Readonly<Record<string, string | undefined>> & { readonly timestamp: string; readonly nonce: string };

/** What stands in the address of a POST. Refuses (401) one whose time is not about now. */
export function freshQuery({ queryStringParameters, requestContext }: APIGatewayProxyEventV2): Query {
  const { timestamp = '', nonce = '', ...query } = queryStringParameters ?? {};
  const isFresh = Math.abs(requestContext.timeEpoch - Number(timestamp) * 1000) <= TOLERANCE_MS;
  if (!/^\d+$/.test(timestamp) || !isFresh) throw unauthenticated('signature-invalid');
  return { ...query, timestamp, nonce };
}

/** What is inside the seal, once the signature over it (the four-part one) and its receiver are proven. */
export function unseal(
  sealed: string,
  { timestamp, nonce, msg_signature = '' }: Query,
  account: SealedAccount,
  { isSignature, openSeal }: ChatSeal,
): Uint8Array {
  if (!isSignature(msg_signature, [account.token, timestamp, nonce, sealed]))
    throw unauthenticated('signature-invalid');
  const content = openSeal(sealed, account);
  if (!content) throw unauthenticated('seal-invalid');
  return content;
}

/** Nothing else of the envelope counts: nobody signed it. */
export function sealedPartOf(body: Uint8Array, readFields: ReadFields): string {
  try {
    return readFields(new TextDecoder('utf-8', { fatal: true }).decode(body)).Encrypt?.trim() ?? '';
  } catch {
    throw new Refusal('broken-message');
  }
}
