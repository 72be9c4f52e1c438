import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { memoryAccessTokens } from '../../adapters/memory/access-tokens.ts';
import { wechatAccount, wecomAccount } from '../../adapters/wechat/account.ts';
import { simulatedClock } from '../../local/clock.ts';
import { createOutbox } from '../../local/outside/outbox.ts';
import { wechatApi } from '../../local/outside/wechat-api.ts';
import { readBody } from '../../local/read-body.ts';

export const SECRET = { appId: 'wx0123456789abcdef', appSecret: 'the-app-secret' };
export const CORP = { corpId: 'ww0123456789abcdef', corpSecret: 'the-corp-secret', agentId: 1000002 };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

export async function listeningAt(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The local WeChat and WeCom, with a clock that stands still until it is moved, and accounts that may call them. */
export async function wechatForTests() {
  const clock = simulatedClock('2026-11-20T01:00:00.000Z');
  clock.hold(Date.parse('2026-11-20T01:00:00.000Z'));
  const outbox = createOutbox(clock);
  const api = wechatApi({ wechat: SECRET, wecom: CORP }, outbox, clock);
  const base = await listeningAt(
    createServer((request, response) => {
      void readBody(request, 1_000_000).then((body) => api.answer(new URL(request.url!, base), body, response));
    }),
  );
  const cache = memoryAccessTokens();
  const now = () => new Date(clock.now());
  /** As a function has it when it starts: nothing in memory but what the shared cache holds. */
  const account = (secret: typeof SECRET | { appId: string } = SECRET) =>
    wechatAccount({ base: `${base}/wechat`, secret: async () => secret, cache, now });
  const wecom = (secret: typeof CORP | { corpId: string } = CORP) =>
    wecomAccount({ base: `${base}/wecom/`, secret: async () => secret, cache, now });
  const pass = (milliseconds: number) => clock.hold(clock.milliseconds() + milliseconds);
  const paths = () => api.calls().map(({ path, errcode }) => `${path.split('/').slice(3).join('/')} ${errcode}`);
  return { api, base, outbox, cache, account, wecom, pass, paths, now };
}

export const HOUR = 3_600_000;
