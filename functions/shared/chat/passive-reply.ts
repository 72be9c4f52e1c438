import type { ChatSeal, SealedAccount } from './seal.ts';

/** Who talks to whom, in the message that is answered. */
export interface Addressing {
  readonly FromUserName: string;
  readonly ToUserName: string;
}

/** WeChat shows its own error to the sender when a message in JSON is answered in XML, or the other way round. */
export type Format = 'xml' | 'json';

/** A passive reply (被动回复) from the account to the sender. `at` is the time of the request, in milliseconds. */
export function passiveReply(text: string, { FromUserName, ToUserName }: Addressing, at: number, format: Format) {
  return written(
    {
      ToUserName: FromUserName,
      FromUserName: ToUserName,
      CreateTime: Math.floor(at / 1000),
      MsgType: 'text',
      Content: text,
    },
    format,
  );
}

/** The reply sealed, with a signature of its own. */
export function sealedReply(
  reply: string,
  { nonce, at }: { nonce: string; at: number },
  account: SealedAccount,
  { sealMessage, signatureOf }: ChatSeal,
  format: Format,
): string {
  const Encrypt = sealMessage(reply, account);
  const TimeStamp = Math.floor(at / 1000);
  const MsgSignature = signatureOf([account.token, String(TimeStamp), nonce, Encrypt]);
  return written({ Encrypt, MsgSignature, TimeStamp, Nonce: nonce }, format);
}

function written(fields: Readonly<Record<string, string | number>>, format: Format): string {
  if (format === 'json') return JSON.stringify(fields);
  const elements = Object.entries(fields).map(([name, value]) => {
    return `<${name}>${typeof value === 'number' ? value : cdata(value)}</${name}>`;
  });
  return `<xml>${elements.join('')}</xml>`;
}

/** What people wrote may come back in a reply, and must not end the section it stands in. */
const cdata = (value: string): string => `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
