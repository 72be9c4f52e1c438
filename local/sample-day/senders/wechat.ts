import { readFields } from '../../../adapters/wechat/fields.ts';
import { openSeal, sealMessage, signatureOf } from '../../../adapters/wechat/seal.ts';
import type { LocalStack } from '../../local-stack.ts';
import { type ChatMessage, instantOf, type WechatSample } from '../sample.ts';

const ACCOUNT = 'gh_qinghe_sample';
const NONCE = '20260910';

type Target = Pick<LocalStack, 'url' | 'credentials' | 'now'>;

/**
 * Sends what they write and then "完成", as WeChat does in safe mode, and reads the receipt out of the sealed reply, as
 * the sender would in the chat.
 */
export async function sendWechat(sample: WechatSample, stack: Target): Promise<string> {
  const done = { MsgType: 'text', Content: '完成' } as const;
  const { message, further = [] } = sample;
  const replies: string[] = [];
  for (const [index, piece] of [message, ...further, done].entries())
    replies.push(await deliver(sample, piece, index, stack));
  return receiptInReply(replies.at(-1)!, stack.credentials.wechat);
}

/** Sends one message that is answered at once, such as "催办". Answers the receipt that the reply names. */
export async function askOnWechat(sample: WechatSample, stack: Target): Promise<string> {
  return receiptInReply(await deliver(sample, sample.message, 0, stack), stack.credentials.wechat);
}

/** `index`: which message of theirs it is; the first has the sample's own id. */
async function deliver(
  { openid, messageId, at }: WechatSample,
  message: ChatMessage,
  index: number,
  { url, credentials, now }: Target,
): Promise<string> {
  const { token } = credentials.wechat;
  const CreateTime = String(Date.parse(instantOf(at)) / 1000 + index);
  const MsgId = index === 0 ? messageId : `${messageId}${index}`;
  const fields = { ToUserName: ACCOUNT, FromUserName: openid, CreateTime, ...message, MsgId };
  const sealed = sealMessage(xmlOf(fields), credentials.wechat);
  const timestamp = String(Math.floor(Date.parse(now()) / 1000));
  const query = new URLSearchParams({
    signature: signatureOf([token, timestamp, NONCE]),
    timestamp,
    nonce: NONCE,
    encrypt_type: 'aes',
    msg_signature: signatureOf([token, timestamp, NONCE, sealed]),
  });
  const response = await fetch(`${url}/v1/channels/wechat?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: xmlOf({ ToUserName: ACCOUNT, Encrypt: sealed }),
  });
  return response.text();
}

function receiptInReply(reply: string, account: LocalStack['credentials']['wechat']): string {
  const opened = openSeal(readFields(reply).Encrypt ?? '', account);
  const { Content = '' } = opened ? readFields(Buffer.from(opened).toString('utf8')) : {};
  const [receipt] = /[A-Z]{2}(?:-\w{4}){3}/.exec(Content) ?? [];
  if (!receipt) throw new Error('a sample message on WeChat got no receipt');
  return receipt;
}

function xmlOf(fields: Readonly<Record<string, string>>): string {
  const elements = Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return `<xml>${elements.join('')}</xml>`;
}
