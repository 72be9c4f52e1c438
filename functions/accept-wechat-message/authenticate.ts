import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type ChatSeal, freshQuery, type ReadFields, sealedPartOf, unseal } from '../shared/chat/seal.ts';
import { unauthenticated } from '../shared/http/unauthenticated.ts';
import type { WechatAccount } from './account.ts';

export interface AuthenticateDeps {
  readonly seal: ChatSeal;
  readonly readFields: ReadFields;
}

/** GET: what proves to WeChat that this address is ours. Has no time limit, for it changes nothing. */
export function echoOf(
  { queryStringParameters }: APIGatewayProxyEventV2,
  account: WechatAccount,
  { seal }: AuthenticateDeps,
): string {
  const { signature = '', timestamp = '', nonce = '', echostr = '' } = queryStringParameters ?? {};
  if (!seal.isSignature(signature, [account.token, timestamp, nonce])) throw unauthenticated('signature-invalid');
  return echostr;
}

/**
 * POST: the bytes of the message that WeChat vouches for, and whether they came sealed. In the compatible mode only the
 * sealed part counts, for nobody signed the rest; in plain mode nobody signed anything, so that must be allowed by the
 * account's own setting.
 */
export function messageOf(
  event: APIGatewayProxyEventV2,
  body: Uint8Array,
  account: WechatAccount,
  { seal, readFields }: AuthenticateDeps,
): { sealed: boolean; content: Uint8Array } {
  const query = freshQuery(event);
  if (query.encrypt_type === 'aes') {
    return { sealed: true, content: unseal(sealedPartOf(body, readFields), query, account, seal) };
  }
  if (!account.allowPlain) throw unauthenticated('plain-mode-refused');
  const signed = [account.token, query.timestamp, query.nonce];
  if (!seal.isSignature(query.signature ?? '', signed)) throw unauthenticated('signature-invalid');
  return { sealed: false, content: body };
}
