import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isJson } from '../shared/chat/message-meaning.ts';
import { type Format, passiveReply, sealedReply } from '../shared/chat/passive-reply.ts';
import { type ChatDeps, receive } from '../shared/chat/receive.ts';
import { bodyBytes } from '../shared/http/body.ts';
import { type Answer, answering, textAnswer } from '../shared/http/http.ts';
import { receivedAt } from '../shared/time.ts';
import type { WechatAccount } from './account.ts';
import { type AuthenticateDeps, echoOf, messageOf } from './authenticate.ts';

export interface AcceptWechatMessageDeps extends ChatDeps, AuthenticateDeps {
  readonly account: () => Promise<WechatAccount>;
}

const MAX_BYTES = 64 * 1024;

/**
 * GET and POST /v1/channels/wechat: proves our address to WeChat, and takes each message into the conversation with its
 * sender.
 */
export const createHandler = (deps: AcceptWechatMessageDeps) =>
  answering(async (event) => {
    const account = await deps.account();
    if (event.requestContext.http.method === 'GET') return textAnswer(echoOf(event, account, deps));
    return converse(event, account, deps);
  });

async function converse(
  event: APIGatewayProxyEventV2,
  account: WechatAccount,
  deps: AcceptWechatMessageDeps,
): Promise<Answer> {
  const body = bodyBytes(event, MAX_BYTES);
  const { content, sealed } = messageOf(event, body, account, deps);
  const reply = await receive(content, { channel: 'wechat', app: account.appId }, receivedAt(event), deps);
  if (!reply) return textAnswer('success');
  const at = event.requestContext.timeEpoch;
  const text = passiveReply(reply.text, reply.message, at, formatOf(content));
  if (!sealed) return textAnswer(text, TYPES[formatOf(content)]);
  const nonce = event.queryStringParameters?.nonce ?? '';
  return textAnswer(sealedReply(text, { nonce, at }, account, deps.seal, formatOf(body)), TYPES[formatOf(body)]);
}

const TYPES = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' };

const formatOf = (bytes: Uint8Array): Format => (isJson(bytes) ? 'json' : 'xml');
