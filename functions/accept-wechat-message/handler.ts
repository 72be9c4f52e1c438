import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { type AcceptComplaintDeps, acceptComplaint, type Receipt } from '../../usecases/accept-complaint.ts';
import { bodyBytes } from '../shared/body.ts';
import { count } from '../shared/count.ts';
import { type Answer, answering } from '../shared/http.ts';
import { receivedAt } from '../shared/time.ts';
import { type AuthenticateDeps, echoOf, messageOf } from './authenticate.ts';
import { replyText, replyXml, sealedReply } from './reply.ts';
import { quarantined, submissionFrom } from './submission.ts';
import { type WechatAccount, WechatMessage } from './wechat-message.ts';

export interface AcceptWechatMessageDeps extends AcceptComplaintDeps, AuthenticateDeps {
  readonly account: () => Promise<z.output<typeof WechatAccount>>;
}

type Account = z.output<typeof WechatAccount>;

const MAX_BYTES = 64 * 1024;

/** GET and POST /v1/channels/wechat: proves our address to WeChat, and takes each message as a complaint. */
export const createHandler = (deps: AcceptWechatMessageDeps) =>
  answering(async (event) => {
    const account = await deps.account();
    if (event.requestContext.http.method === 'GET') return text(echoOf(event, account, deps));
    return receive(event, account, deps);
  });

async function receive(
  event: APIGatewayProxyEventV2,
  account: Account,
  deps: AcceptWechatMessageDeps,
): Promise<Answer> {
  const { content, sealed } = messageOf(event, bodyBytes(event, MAX_BYTES), account, deps);
  const message = readMessage(content, deps);
  if (!message) {
    await keep(quarantined(content, account.appId, deps.sha256(Buffer.from(content).toString('latin1'))), event, deps);
    return text('success');
  }
  // A subscription or a pressed menu key is no complaint.
  if (!('MsgId' in message)) return text('success');
  const receipt = await keep(submissionFrom(message, account.appId, content), event, deps);
  // WeChat shows its own error to the sender when a JSON message is answered in XML.
  if (!receipt || isJson(content)) return text('success');
  const reply = replyXml(replyText(receipt), message, event.requestContext.timeEpoch);
  return text(sealed ? sealedReply(reply, event, account, deps.seal) : reply, 'text/xml; charset=utf-8');
}

/** The message, or undefined for what WeChat vouches for but nobody can read. */
function readMessage(content: Uint8Array, { readFields }: AcceptWechatMessageDeps) {
  try {
    return WechatMessage.parse(readFields(new TextDecoder('utf-8', { fatal: true }).decode(content)));
  } catch {
    count('ComplaintQuarantined');
    return undefined;
  }
}

/** Undefined when the id was used before for something else: WeChat's ids should not allow that, so it is counted. */
async function keep(
  submission: Parameters<typeof acceptComplaint>[0],
  event: APIGatewayProxyEventV2,
  deps: AcceptWechatMessageDeps,
): Promise<Receipt | undefined> {
  const acceptance = await acceptComplaint(submission, receivedAt(event), deps);
  if (acceptance.kind === 'accepted') return acceptance.receipt;
  count('WechatIdConflict');
  return undefined;
}

const isJson = (content: Uint8Array): boolean =>
  Buffer.from(content.subarray(0, 64)).toString().trimStart().startsWith('{');

const text = (body: string, type = 'text/plain; charset=utf-8'): Answer => ({
  statusCode: 200,
  headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
  body,
});
