import { memoryAccessTokens } from '../../../adapters/memory/access-tokens.ts';
import { wechatAccount, wecomAccount } from '../../../adapters/wechat/account.ts';
import { wechatMessages, wecomMessages } from '../../../adapters/wechat/messages.ts';
import { CORP, SECRET } from '../wechat-api.ts';
import { type Behaviour, httpPeer, type Peer } from './peer.ts';

const ERRCODES = { takes: 0, silent: 0, away: 0, refuses: 45002, busy: -1 };
const TOKEN = 'the-access-token';

/** WeChat or WeCom, which name what is wrong by an errcode; they break the line where they stay silent. */
async function chatAt(behaviour: Behaviour, known: string, unknown: object) {
  const { base, taken } = await httpPeer(
    behaviour,
    ({ url }, body) => {
      if (!url!.includes('/message/')) return { body: { access_token: TOKEN, expires_in: 7200 } };
      if (JSON.parse(body).touser !== known) return { body: unknown };
      const errcode = ERRCODES[behaviour];
      return { taken: errcode === 0, body: { errcode, errmsg: `to ${known}`, msgid: 'chat-1' } };
    },
    { hangsUp: true },
  );
  return { deps: { base, cache: memoryAccessTokens(), now: () => new Date('2026-10-08T01:00:00Z') }, taken };
}

const onBarred = () => {};
const mostBytes = 3_000;

export async function wechatPeer(behaviour: Behaviour): Promise<Peer> {
  const to = 'o_citizen_who_wrote';
  const { deps, taken } = await chatAt(behaviour, to, { errcode: 40003, errmsg: 'invalid openid' });
  const send = wechatMessages(wechatAccount({ ...deps, secret: async () => SECRET }), { onBarred });
  return { send, to, nobody: 'o_nobody_at_all', taken, mostBytes, secrets: [SECRET.appSecret, TOKEN] };
}

export async function wecomPeer(behaviour: Behaviour): Promise<Peer> {
  const to = 'lisi-of-the-bureau';
  const { deps, taken } = await chatAt(behaviour, to, { errcode: 0, invaliduser: 'nobody-of-the-bureau' });
  const api = wecomAccount({ ...deps, secret: async () => CORP });
  const send = wecomMessages(api, async () => CORP.agentId, onBarred);
  return { send, to, nobody: 'nobody-of-the-bureau', taken, mostBytes, secrets: [CORP.corpSecret, TOKEN] };
}
