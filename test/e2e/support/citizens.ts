import { createTransport } from 'nodemailer';
import { signatureOf } from '../../../adapters/wechat/seal.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import { signedHeaders } from '../../support/signing.ts';
import { postSealed } from './chats.ts';
import { type Answer, type Call, call } from './running.ts';

/** Fills in the web form. */
export function complain(stack: LocalStack, form: Call['body'] & {}, headers: Record<string, string> = {}) {
  return call(stack, 'POST', '/v1/complaints', { body: form, headers });
}

/** Fills in the web form and keeps the receipt. */
export async function receiptOf(stack: LocalStack, form: object, key?: string): Promise<string> {
  const { status, text, json } = await complain(stack, form, key === undefined ? {} : { 'idempotency-key': key });
  if (status !== 202) throw new Error(`${status} ${text}`);
  return json.receipt;
}

export function askProgress(stack: LocalStack, receipt: string, queryCode: string): Promise<Answer> {
  return call(stack, 'GET', `/v1/complaints/${receipt}`, { headers: { 'x-query-code': queryCode } });
}

/**
 * A WeChat text message in safe mode, as WeChat sends it again: in a new seal, with the time at which it was written.
 */
export function sendWechat(
  stack: LocalStack,
  { id, text, ...fields }: { id: string; text: string } & Readonly<Record<string, string>>,
  sealedBy = stack.credentials.wechat,
): Promise<Answer> {
  const CreateTime = String(Date.parse('2026-09-10T01:00:00Z') / 1000);
  const about = { ToUserName: 'gh_qinghe', FromUserName: 'o_citizen', CreateTime, MsgType: 'text' };
  return postSealed(stack, 'wechat', { ...about, Content: text, MsgId: id, ...fields }, sealedBy);
}

/** Asks the province to prove its address, as WeChat's console does. */
export function echo(stack: LocalStack, echostr: string, token = stack.credentials.wechat.token): Promise<Answer> {
  const [timestamp, nonce] = [String(Math.floor(Date.parse(stack.now()) / 1000)), '7'];
  const signature = signatureOf([token, timestamp, nonce]);
  return call(stack, 'GET', `/v1/channels/wechat?${new URLSearchParams({ signature, timestamp, nonce, echostr })}`);
}

/** An order of a partner. `shift`: seconds by which its clock is wrong. */
export function sendOrder(
  stack: LocalStack,
  partner: string,
  data: object,
  { id = 'msg_1', shift = 0, secret = stack.credentials.partners[partner]?.secret ?? '' } = {},
): Promise<Answer> {
  const at = Date.parse(stack.now()) + shift * 1000;
  const body = JSON.stringify({ type: 'complaint.submitted', timestamp: '2026-09-10T02:00:00Z', data });
  const headers = { 'content-type': 'application/json', ...signedHeaders(body, { secret, id, at }) };
  return call(stack, 'POST', `/v1/channels/partners/${partner}`, { body, headers });
}

/** Hands a raw mail to the province's mail exchange. */
export async function sendMail(stack: LocalStack, raw: string | Buffer): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: stack.smtpPort, secure: false });
  await transport.sendMail({ envelope: { from: 'citizen@mail.example', to: 'complaints@huiyin.qinghe.example' }, raw });
  transport.close();
}

export interface Letter {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
}

/** A mail as today's clients write it. */
export const mail = (letter: Letter): Buffer => mailIn('utf-8', Buffer.from, letter);

/** A mail as an old client in China writes it: in GBK, under the label of the smaller GB 2312. */
export const gbkMail = (letter: Letter): Buffer => mailIn('gb2312', inGbk, letter);

function mailIn(charset: string, encode: (text: string) => Buffer, { id, subject, body }: Letter): Buffer {
  const head = [
    'From: citizen@mail.example',
    'To: complaints@huiyin.qinghe.example',
    `Message-ID: <${id}@mail.example>`,
    `Subject: =?${charset}?B?${encode(subject).toString('base64')}?=`,
    'MIME-Version: 1.0',
    `Content-Type: text/plain; charset=${charset}`,
    'Content-Transfer-Encoding: 8bit',
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), encode(body), Buffer.from('\r\n')]);
}

/** Node reads GBK but does not write it, so every pair of bytes is read once and looked up from the other side. */
function inGbk(text: string): Buffer {
  const bytesOf = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]));
}
