import { describe, expect, it } from 'vitest';
import { memorySecretEntries } from '../../../adapters/memory/secret-entries.ts';
import { ROBOTS_SECRET, type Robot } from '../../../adapters/robots/robot-secret.ts';
import { groupRobots } from '../../../adapters/robots/robots.ts';
import { escalation } from '../../support/notices.ts';
import { httpPeer } from '../../support/peers/peer.ts';

const SECRET = 'SECe0a1b2c3';

async function group(kind: Robot['kind'], answer: object = { errcode: 0, code: 0 }) {
  const heard: { url: URL; body: unknown }[] = [];
  const { base, patience } = await httpPeer('takes', ({ url }, body) => {
    heard.push({ url: new URL(url!, 'http://robot'), body: JSON.parse(body) });
    return { body: answer };
  });
  const robots = ROBOTS_SECRET.schema.parse({ duty: { kind, webhook: `${base}send?access_token=t`, secret: SECRET } });
  const send = groupRobots(memorySecretEntries(robots), () => new Date('2026-10-08T01:00:00.000Z'), patience);
  return { heard, send: () => send(escalation({ text: '【督办】QH-1' }), 'duty', { now: escalation().at }) };
}

describe('a message to a group', () => {
  it('of DingTalk stands in a signed address', async () => {
    const { heard, send } = await group('dingtalk');
    expect(await send()).toMatchObject({ kind: 'sent' });
    const [{ url, body }] = heard as [(typeof heard)[0]];
    expect(Object.fromEntries(url.searchParams)).toEqual({
      access_token: 't',
      timestamp: '1791421200000',
      // printf '1791421200000\nSECe0a1b2c3' | openssl dgst -sha256 -hmac SECe0a1b2c3 -binary | base64
      sign: 'aoDUB2F2PYPR/8aj89+m6HLczM9gjP4U7qDTyXz8H7g=',
    });
    expect(body).toEqual({ msgtype: 'text', text: { content: '【督办】QH-1' } });
  });

  it('of Feishu is signed in its body, over nothing, by time and secret', async () => {
    const { heard, send } = await group('feishu');
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(heard[0]!.body).toEqual({
      timestamp: '1791421200',
      // openssl dgst -sha256 -mac HMAC -macopt hexkey:<hex of '1791421200\nSECe0a1b2c3'> -binary </dev/null | base64
      sign: 'RJuF+4d9QnSn/LgXmlEAfn3NscP5EdrzOe9Yf9gcjbY=',
      msg_type: 'text',
      content: { text: '【督办】QH-1' },
    });
  });

  it('of WeCom is known by its address alone', async () => {
    const { heard, send } = await group('wecom');
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(heard[0]).toMatchObject({ body: { msgtype: 'text', text: { content: '【督办】QH-1' } } });
    expect([...heard[0]!.url.searchParams.keys()]).toEqual(['access_token']);
  });

  it.each([
    ['wecom', 45009, 'busy'],
    ['wecom', 93000, 'barred'],
    ['wecom', 40058, 'refused'],
    ['dingtalk', 130101, 'busy'],
    ['dingtalk', 310000, 'barred'],
    ['dingtalk', 430104, 'refused'],
    ['feishu', 11232, 'busy'],
    ['feishu', 19021, 'barred'],
    ['feishu', 19024, 'barred'],
    ['feishu', 77777, 'later'],
  ] as const)('that %s answers with %i is %s', async (kind, code, result) => {
    const { send } = await group(kind, kind === 'feishu' ? { code } : { errcode: code });
    expect(await send()).toEqual({ kind: result, reason: `${kind} ${code}` });
  });
});
