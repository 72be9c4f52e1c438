import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { addDays, dayOf, type Instant } from '../../domain/calendar/day.ts';
import type { Receipt } from '../../usecases/accept-complaint.ts';
import type { WechatSeal } from './authenticate.ts';
import type { WechatAccount, WechatContent } from './wechat-message.ts';

/** What the sender reads in the chat. A message sent again is answered with the same words. */
export function replyText({ receipt, queryCode, answerBy }: Receipt): string {
  return [
    '您的投诉已收到。',
    `受理编号：${receipt}`,
    `查询码：${queryCode}`,
    `是否受理，最迟${lastDayOf(answerBy)}可凭编号和查询码查到。请妥善保管。`,
  ].join('\n');
}

/** A passive reply (被动回复) from the account to the sender. `at` is the time of the request, in milliseconds. */
export function replyXml(text: string, { FromUserName, ToUserName }: WechatContent, at: number): string {
  return xmlOf({
    ToUserName: FromUserName,
    FromUserName: ToUserName,
    CreateTime: String(Math.floor(at / 1000)),
    MsgType: 'text',
    Content: text,
  });
}

/** The reply as the safe mode wants it: sealed, with a signature of its own. */
export function sealedReply(
  reply: string,
  { queryStringParameters, requestContext }: APIGatewayProxyEventV2,
  account: z.output<typeof WechatAccount>,
  { sealMessage, signatureOf }: WechatSeal,
): string {
  const Encrypt = sealMessage(reply, account);
  const TimeStamp = String(Math.floor(requestContext.timeEpoch / 1000));
  const Nonce = queryStringParameters?.nonce ?? '';
  return xmlOf({ Encrypt, MsgSignature: signatureOf([account.token, TimeStamp, Nonce, Encrypt]), TimeStamp, Nonce });
}

function xmlOf(fields: Readonly<Record<string, string>>): string {
  const elements = Object.entries(fields).map(([name, value]) => `<${name}>${cdata(value)}</${name}>`);
  return `<xml>${elements.join('')}</xml>`;
}

const cdata = (value: string): string => `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** A deadline at midnight ends the day before. */
function lastDayOf(deadline: Instant): string {
  const day = deadline.endsWith('T16:00:00.000Z') ? addDays(dayOf(deadline), -1) : dayOf(deadline);
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
