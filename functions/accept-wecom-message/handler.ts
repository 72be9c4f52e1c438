import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { passiveReply, sealedReply } from '../shared/chat/passive-reply.ts';
import { type ChatDeps, receive } from '../shared/chat/receive.ts';
import { type ChatSeal, freshQuery, sealedPartOf, unseal } from '../shared/chat/seal.ts';
import { bodyBytes } from '../shared/http/body.ts';
import { type Answer, answering, textAnswer } from '../shared/http/http.ts';
import { receivedAt } from '../shared/time.ts';
import type { WecomAccount } from './account.ts';

export interface AcceptWecomMessageDeps extends ChatDeps {
  readonly account: () => Promise<WecomAccount>;
  readonly seal: ChatSeal;
}

const MAX_BYTES = 64 * 1024;

/**
 * GET and POST /v1/channels/wecom: proves our address to WeCom, and takes each message into the conversation with its
 * sender. Always sealed.
 */
export const createHandler = (deps: AcceptWecomMessageDeps) =>
  answering(async (event) => {
    const account = await deps.account();
    if (event.requestContext.http.method === 'GET') return textAnswer(echoOf(event, account, deps));
    return converse(event, account, deps);
  });

/**
 * WeCom wants the bare words within a second: nothing but the secret is read for it. Has no time limit, for it changes
 * nothing.
 */
function echoOf(event: APIGatewayProxyEventV2, account: WecomAccount, { seal }: AcceptWecomMessageDeps): string {
  const { timestamp = '', nonce = '', msg_signature, echostr = '' } = event.queryStringParameters ?? {};
  // A plus sign that came unescaped was read as a space, which base64 does not have.
  const sealed = echostr.replaceAll(' ', '+');
  return new TextDecoder().decode(unseal(sealed, { timestamp, nonce, msg_signature }, account, seal));
}

async function converse(
  event: APIGatewayProxyEventV2,
  account: WecomAccount,
  deps: AcceptWecomMessageDeps,
): Promise<Answer> {
  const query = freshQuery(event);
  const content = unseal(sealedPartOf(bodyBytes(event, MAX_BYTES), deps.readFields), query, account, deps.seal);
  const reply = await receive(content, { channel: 'wecom', app: account.corpId }, receivedAt(event), deps);
  // An empty answer means: taken, nothing to say.
  if (!reply) return textAnswer('');
  const at = event.requestContext.timeEpoch;
  const text = passiveReply(reply.text, reply.message, at, 'xml');
  return textAnswer(
    sealedReply(text, { nonce: query.nonce, at }, account, deps.seal, 'xml'),
    'text/xml; charset=utf-8',
  );
}
