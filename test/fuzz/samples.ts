import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GB, mail } from '../support/mails.ts';
import { PRIVATE } from './mutations.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');

/** The files of a folder of the development data; none where the data are absent. */
function filesIn(folder: string, extension: string): Buffer[] {
  const path = join(DATA, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(extension));
  return names.toSorted().map((name) => readFileSync(join(path, name)));
}

const multipart = (...parts: readonly string[]) =>
  parts
    .map((part) => `--b\r\n${part}\r\n`)
    .join('')
    .concat('--b--\r\n');

const OWN_MAILS = [
  mail({ Subject: GB, 'Content-Type': 'text/plain; charset=gb2312' }, GB),
  mail(
    {
      From: `"${PRIVATE}" <a@example.com>`,
      Subject: '=?utf-8?B?5oqV6K+J?=',
      'Content-Type': 'multipart/mixed; boundary=b',
    },
    multipart(
      `Content-Type: text/html; charset=utf-8\r\n\r\n<p>夜间噪声${PRIVATE}</p>`,
      'Content-Type: image/png; name="=?gb2312?B?1dXGrC5wbmc=?="\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=',
      'Content-Type: message/rfc822\r\n\r\nSubject: inner\r\nMessage-ID: <2@example.com>\r\n\r\ninner words',
    ),
  ),
  mail(
    { Subject: 'Re: QH-0000-0000-0001', 'In-Reply-To': '<0@example.com>', References: '<0@example.com> <x@y>' },
    '> 原文\r\n又有了',
  ),
  mail(
    { 'Auto-Submitted': 'auto-replied', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' },
    multipart(
      'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\nFinal-Recipient: rfc822; x@y\r\nAction: failed\r\nStatus: 5.1.1',
    ),
  ),
];

/** Mails of ours, and where the development data are there, real and constructed ones, none over 100 KB. */
export const MAILS: readonly Uint8Array[] = [
  ...OWN_MAILS,
  ...[...filesIn('email/constructed', '.eml'), ...filesIn('email/third-party', '.eml')].filter(
    ({ length }) => length <= 100_000,
  ),
];

/** What SES and S3 tell, as JSON values. */
export const AMAZON_EVENTS: readonly unknown[] = [
  { Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key: 'mail/a+b%E4%BD', size: 7 } } }] },
  {
    notificationType: 'Bounce',
    bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: `${PRIVATE}@example.com` }] },
    mail: { messageId: 'm-1' },
  },
  ...filesIn('ses', '.json').map((file) => JSON.parse(file.toString()) as unknown),
];

interface Vectors {
  readonly wechat_xml: readonly { readonly xml?: string }[];
}

const chatText = (text: string): Buffer =>
  Buffer.from(
    `<xml><ToUserName><![CDATA[gh_office]]></ToUserName><FromUserName><![CDATA[o_${PRIVATE}]]></FromUserName><CreateTime>1763643780</CreateTime>` +
      `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content><MsgId>23456789012345678</MsgId><AgentID>1</AgentID></xml>`,
  );

/** What WeChat and WeCom seal: messages and events of every kind. */
export const CHAT_MESSAGES: readonly Uint8Array[] = [
  ...['提交', '查询 QH-7KX4-M9P2-Q3T8 ABCD1234', '催办QH-7KX4-M9P2-Q3T8', '取消', '补充 又有了'].map(chatText),
  chatText(`夜间施工，电话${PRIVATE}`),
  Buffer.from(
    '{"ToUserName":"gh_office","FromUserName":"o_x","CreateTime":1763643780,"MsgType":"location","Location_X":31.2,"Location_Y":121.4,"Scale":"20","Label":"新河路","MsgId":7}',
  ),
  ...vectors().wechat_xml.flatMap(({ xml }) => (xml ? [Buffer.from(xml)] : [])),
];

function vectors(): Vectors {
  const path = join(DATA, 'vectors.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Vectors) : { wechat_xml: [] };
}

/** What citizens write, ours and real ones. */
export const TEXTS: readonly string[] = [
  '禾阳市临禾区新河路12号的鸿达化工厂夜间排放刺鼻废气，青竹苑小区3栋2单元没法开窗。',
  '一、河水发黑；二、死鱼200多条。上次（QH-7KX4-M9P2-Q3T8）回复“已整改”，与事实不符。G318国道K12+300处往北100米。',
  ...textsIn('cases/messages-dev.jsonl', 300),
];

function textsIn(file: string, most: number): string[] {
  const path = join(DATA, file);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean).slice(0, most);
  return lines.map((line) => (JSON.parse(line) as { readonly text: string }).text);
}
