import { readFields } from '../../../adapters/wechat/fields.ts';
import { openSeal, sealMessage, signatureOf } from '../../../adapters/wechat/seal.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import { type Answer, call } from './running.ts';

type Fields = Readonly<Record<string, string>>;

const xmlOf = (fields: Fields) =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</xml>`;

interface Keys {
  readonly token: string;
  readonly encodingAesKey: string;
  readonly appId: string;
}

const keysOf = ({ credentials }: LocalStack, medium: 'wechat' | 'wecom'): Keys => {
  if (medium === 'wechat') return credentials.wechat;
  const { corpId, ...keys } = credentials.wecom!;
  return { ...keys, appId: corpId };
};

/** A message in safe mode, as the platform posts it. `keys` seal and sign it; the province holds its own. */
export function postSealed(
  stack: LocalStack,
  medium: 'wechat' | 'wecom',
  message: Fields,
  keys = keysOf(stack, medium),
): Promise<Answer> {
  const sealed = sealMessage(xmlOf(message), keys);
  const [timestamp, nonce] = [String(Math.floor(Date.parse(stack.now()) / 1000)), '415670741'];
  const query = new URLSearchParams({
    ...(medium === 'wechat' && { signature: signatureOf([keys.token, timestamp, nonce]), encrypt_type: 'aes' }),
    timestamp,
    nonce,
    msg_signature: signatureOf([keys.token, timestamp, nonce, sealed]),
  });
  const body = xmlOf({ ToUserName: message.ToUserName ?? '', Encrypt: sealed });
  return call(stack, 'POST', `/v1/channels/${medium}?${query}`, { body, headers: { 'content-type': 'text/xml' } });
}

let messages = 24_000_000_000_000_000n;

/**
 * Somebody in a chat with the province. Each deed gives the words of the reply; WeChat may deliver a message several
 * times.
 */
export function chatter(stack: () => LocalStack, user: string, medium: 'wechat' | 'wecom' = 'wechat') {
  /**
   * The platform asks three times in all: on a busy machine the first asking may meet a function that is only starting.
   */
  const answerTo = async (message: Fields, tries = 3): Promise<string> => {
    const { status, text } = await postSealed(stack(), medium, message);
    if (status === 200) return wordsIn(text, keysOf(stack(), medium));
    if (tries === 1) throw new Error(`${status} ${text}`);
    return await answerTo(message, tries - 1);
  };
  const deliver = async (fields: Fields, times = 1): Promise<string> => {
    messages += 1n;
    const about = {
      ToUserName: medium === 'wechat' ? 'gh_qinghe' : keysOf(stack(), medium).appId,
      FromUserName: user,
      CreateTime: String(Math.floor(Date.parse(stack().now()) / 1000)),
      ...(medium === 'wecom' && { AgentID: '1000002' }),
      ...(fields.MsgType !== 'event' && { MsgId: String(messages) }),
    };
    const replies = new Set<string>();
    for (let time = 0; time < times; time += 1) {
      replies.add(await answerTo({ ...about, ...fields }));
    }
    if (replies.size > 1) throw new Error('the same message got different replies');
    return [...replies].join();
  };
  return {
    deliver,
    says: (text: string, times = 1) => deliver({ MsgType: 'text', Content: text }, times),
    shows: (mediaId: string, times = 1) =>
      deliver({ MsgType: 'image', PicUrl: 'http://mmbiz.qpic.example/1', MediaId: mediaId }, times),
    isAt: (label: string, latitude: number, longitude: number) =>
      deliver({
        MsgType: 'location',
        Scale: '15',
        Label: label,
        Location_X: String(latitude),
        Location_Y: String(longitude),
      }),
  };
}

/** What the person reads: the inside of the sealed reply; nothing where there is none. */
function wordsIn(reply: string, keys: Keys): string {
  if (reply === 'success' || reply === '') return '';
  const opened = openSeal(readFields(reply).Encrypt ?? '', keys);
  return readFields(Buffer.from(opened!).toString('utf8')).Content ?? '';
}

/** 登记编号 in a reply. */
export const receiptIn = (reply: string): string => /登记编号：(\S+)/.exec(reply)?.[1] ?? '';
