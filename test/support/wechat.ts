import { createHash } from 'node:crypto';
import { readFields } from '../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage, signatureOf } from '../../adapters/wechat/seal.ts';
import { createHandler } from '../../functions/accept-wechat-message/handler.ts';
import { chat } from './chat.ts';
import { NOW, send } from './intake.ts';

export const ACCOUNT = {
  token: 'huiyinTestToken',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appId: 'wx0123456789abcdef',
  allowPlain: false,
};

export const wechatWorld = (account = ACCOUNT) => ({
  ...chat(),
  account: async () => account,
  seal: { signatureOf, isSignature, openSeal, sealMessage },
  readFields,
});

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

export const messageXml = (fields: Record<string, string> = {}) => {
  const all = {
    ToUserName: 'gh_office',
    FromUserName: 'o_sender',
    CreateTime: String(NOW / 1000),
    MsgType: 'text',
    Content: '工地凌晨两点还在浇筑混凝土，噪声扰民。',
    MsgId: '23456789012345678',
    ...fields,
  };
  return `<xml>${Object.entries(all)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</xml>`;
};

/** The query WeChat sends with a sealed message. */
export const signedQuery = (encrypted: string, at = NOW): Record<string, string> => {
  const [timestamp, nonce] = [String(at / 1000), '415670741'];
  return {
    signature: sha1(ACCOUNT.token, timestamp, nonce),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: sha1(ACCOUNT.token, timestamp, nonce, encrypted),
  };
};

export const envelope = (encrypted: string, rest = '') =>
  `<xml><ToUserName><![CDATA[gh_office]]></ToUserName>${rest}<Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;

/** Sends a message in safe mode. `account` seals it; the function holds ACCOUNT. */
export const sendSealed = (
  world: ReturnType<typeof wechatWorld>,
  content: string,
  { account = ACCOUNT, at = NOW } = {},
) => {
  const encrypted = sealMessage(content, account);
  return send(createHandler(world), { query: signedQuery(encrypted), body: envelope(encrypted), at });
};

/** The words of a reply, as the sender reads them; empty for one that says nothing. */
export const wordsOf = (reply: string, account = ACCOUNT): string => {
  if (reply === 'success' || reply === '') return '';
  const opened = openSeal(readFields(reply).Encrypt ?? '', account);
  return readFields(new TextDecoder().decode(opened)).Content ?? '';
};
