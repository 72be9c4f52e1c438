import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { count } from '../shared/count.ts';
import { Refusal } from '../shared/problem.ts';
import type { WechatAccount } from './wechat-message.ts';

type Account = z.output<typeof WechatAccount>;

export interface WechatSeal {
  signatureOf(parts: readonly string[]): string;
  isSignature(given: string, parts: readonly string[]): boolean;
  /** The message inside; undefined when it is not whole or was sealed for another account. */
  openSeal(sealed: string, account: Account): Uint8Array | undefined;
  sealMessage(message: string, account: Account): string;
}

export interface AuthenticateDeps {
  readonly seal: WechatSeal;
  /** The fields of a message in XML or JSON. Throws when it is neither. */
  readonly readFields: (text: string) => Readonly<Record<string, string>>;
}

/** WeChat asks three times within 15 seconds; beyond five minutes a signature is somebody's copy. */
const TOLERANCE_MS = 300_000;

/** GET: what proves to WeChat that this address is ours. Has no time limit, for it changes nothing. */
export function echoOf(
  { queryStringParameters }: APIGatewayProxyEventV2,
  account: Account,
  { seal }: AuthenticateDeps,
) {
  const { signature = '', timestamp = '', nonce = '', echostr = '' } = queryStringParameters ?? {};
  if (!seal.isSignature(signature, [account.token, timestamp, nonce])) throw refusal('signature-invalid');
  return echostr;
}

/**
 * POST: the bytes of the message that WeChat vouches for, and whether they came sealed. In the compatible mode only the sealed part
 * counts, for nobody signed the rest; in plain mode nobody signed anything, so that must be allowed by the account's own setting.
 */
export function messageOf(event: APIGatewayProxyEventV2, body: Uint8Array, account: Account, deps: AuthenticateDeps) {
  const { timestamp = '', nonce = '', ...query } = event.queryStringParameters ?? {};
  const isFresh = Math.abs(event.requestContext.timeEpoch - Number(timestamp) * 1000) <= TOLERANCE_MS;
  if (!/^\d+$/.test(timestamp) || !isFresh) throw refusal('signature-invalid');
  const signed = [account.token, timestamp, nonce];
  if (query.encrypt_type === 'aes') {
    return {
      sealed: true,
      content: unseal(sealedPartOf(body, deps), query.msg_signature ?? '', signed, account, deps),
    };
  }
  if (!account.allowPlain) throw refusal('plain-mode-refused');
  if (!deps.seal.isSignature(query.signature ?? '', signed)) throw refusal('signature-invalid');
  return { sealed: false, content: body };
}

function unseal(sealed: string, signature: string, signed: string[], account: Account, { seal }: AuthenticateDeps) {
  if (!seal.isSignature(signature, [...signed, sealed])) throw refusal('signature-invalid');
  const content = seal.openSeal(sealed, account);
  if (!content) throw refusal('seal-invalid');
  return content;
}

function sealedPartOf(body: Uint8Array, { readFields }: AuthenticateDeps): string {
  try {
    return readFields(new TextDecoder('utf-8', { fatal: true }).decode(body)).Encrypt?.trim() ?? '';
  } catch {
    throw new Refusal('broken-message');
  }
}

function refusal(problem: 'signature-invalid' | 'seal-invalid' | 'plain-mode-refused'): Refusal {
  count('SignatureRefused');
  return new Refusal(problem);
}
