import { readFields } from '../../../adapters/wechat/fields.ts';
import { openSeal, sealMessage, signatureOf } from '../../../adapters/wechat/seal.ts';
import type { LocalStack } from '../../stack.ts';
import { instantOf, type WechatSample } from '../sample.ts';

const ACCOUNT = 'gh_qinghe_sample';
const NONCE = '20260910';

/** Sends the message and then "完成", as WeChat does in safe mode, and reads the receipt out of the sealed reply, as the sender would in the chat. */
export async function sendWechat(
  { openid, messageId, message, at }: WechatSample,
  stack: Pick<LocalStack, 'url' | 'credentials' | 'now'>,
): Promise<string> {
  const CreateTime = String(Date.parse(instantOf(at)) / 1000);
  const about = { ToUserName: ACCOUNT, FromUserName: openid, CreateTime };
  await deliver({ ...about, ...message, MsgId: messageId }, stack);
  const done = { ...about, MsgType: 'text', Content: '完成', MsgId: `${messageId}1` };
  return receiptInReply(await deliver(done, stack), stack.credentials.wechat);
}

async function deliver(
  fields: Readonly<Record<string, string>>,
  { url, credentials, now }: Pick<LocalStack, 'url' | 'credentials' | 'now'>,
): Promise<string> {
  const { token } = credentials.wechat;
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
  const [, receipt] = /受理编号：(\S+)/.exec(Content) ?? [];
  if (!receipt) throw new Error('a sample message on WeChat got no receipt');
  return receipt;
}

function xmlOf(fields: Readonly<Record<string, string>>): string {
  const elements = Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return `<xml>${elements.join('')}</xml>`;
}
