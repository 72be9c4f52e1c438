import { readFields } from '../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage, signatureOf } from '../../adapters/wechat/seal.ts';
import { WecomAccount } from '../../functions/accept-wecom-message/account.ts';
import { createHandler } from '../../functions/accept-wecom-message/handler.ts';
import { chat } from './chat.ts';
import { NOW, send } from './intake.ts';
import { envelope } from './wechat.ts';

export const CORPORATION = {
  token: 'huiyinWecomToken',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  corpId: 'ww0123456789abcdef',
};

/** The secret entry, as it is read. */
export const wecomWorld = (secret: object = CORPORATION) => ({
  ...chat(),
  account: async () => WecomAccount.parse(secret),
  seal: { signatureOf, isSignature, openSeal, sealMessage },
  readFields,
});

/** The query WeCom sends with whatever is sealed. */
export const wecomQuery = (sealed: string, { token = CORPORATION.token, at = NOW } = {}): Record<string, string> => {
  const [timestamp, nonce] = [String(at / 1000), '1372623149'];
  return { msg_signature: signatureOf([token, timestamp, nonce, sealed]), timestamp, nonce };
};

/** Sends a message sealed for `receiveId`; the function holds CORPORATION, unless its world says otherwise. */
export const sendWecom = (world: ReturnType<typeof wecomWorld>, content: string, receiveId = CORPORATION.corpId) => {
  const sealed = sealMessage(content, { ...CORPORATION, appId: receiveId });
  return send(createHandler(world), { query: wecomQuery(sealed), body: envelope(sealed) });
};
