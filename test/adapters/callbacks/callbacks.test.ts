import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { partnerCallbacks } from '../../../adapters/callbacks/callbacks.ts';
import { isPrivate } from '../../../adapters/callbacks/public-address.ts';
import { memorySecretEntries } from '../../../adapters/memory/secret-entries.ts';
import { isSignedBy } from '../../../adapters/webhooks/standard-webhooks.ts';
import { readBody } from '../../../local/read-body.ts';
import { escalation } from '../../support/notices.ts';
import { SECRET } from '../../support/peers/callbacks.ts';

const NEXT = 'whsec_bmV4dCBzZWNyZXQgb2YgdGhlIHBhcnRuZXIhIQ==';
const NOW = new Date('2026-10-08T01:00:00Z');

/** A partner's system that answers as told; `secrets` are live. */
async function system(answer: (response: ServerResponse) => void, secrets = [SECRET]) {
  const heard: { headers: IncomingHttpHeaders; body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    heard.push({ headers: request.headers, body: await readBody(request, 1_000_000) });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/huiyin`;
  const settings = {
    addressOf: () => address,
    secrets: memorySecretEntries(secrets.length > 0 ? { hotline: { secrets } } : {}),
    now: () => NOW,
  };
  const send = partnerCallbacks({ ...settings, isLocal: true });
  const text = JSON.stringify({ type: 'order.answered', timestamp: NOW.toISOString(), data: { externalId: 'E-1' } });
  return { heard, send: () => send(escalation({ text }), 'hotline', { now: escalation().at }), text };
}

const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end();

describe('a call to a partner’s system', () => {
  it('is signed as Standard Webhooks has it, by every secret that is live', async () => {
    const { heard, send, text } = await system(status(204), [NEXT, SECRET]);
    expect(await send()).toMatchObject({ kind: 'sent', reference: expect.stringMatching(/^msg_[0-9a-f]{32}$/) });
    const { headers, body } = heard[0]!;
    expect(body.toString('utf8')).toBe(text);
    const signed = { headers: headers as Record<string, string>, body };
    for (const secret of [SECRET, NEXT]) {
      expect(isSignedBy([secret], signed, NOW.getTime())).toBe(true);
      const { 'webhook-id': id, 'webhook-signature': signatures } = signed.headers;
      expect(signatures!.split(' ')).toContain(new Webhook(secret).sign(id!, NOW, text));
    }
  });

  it('has the same id when it is made again, and another for another notice', async () => {
    const { heard, send } = await system(status(500));
    await send();
    await send();
    expect(heard[0]!.headers['webhook-id']).toBe(heard[1]!.headers['webhook-id']);
  });

  it.each([
    ['with 200', status(200), 'sent'],
    ['with 202', status(202), 'sent'],
    [
      'with 301 to elsewhere, which is not followed',
      status(301, { location: 'http://127.0.0.1:1/' }),
      'later HTTP 301',
    ],
    ['with 400', status(400), 'later HTTP 400'],
    ['with 410', status(410), 'refused HTTP 410'],
    ['with 429', status(429), 'later HTTP 429'],
    ['with 500', status(500), 'later HTTP 500'],
    ['by a body that never ends', (response: ServerResponse) => void response.writeHead(200).write('…'), 'sent'],
    ['by hanging up', (response: ServerResponse) => void response.destroy(), 'unknown Error'],
  ])('that is answered %s', async (_, answer, expected) => {
    const { heard, send } = await system(answer);
    const result = await send();
    expect(`${result.kind} ${'reason' in result ? result.reason : ''}`.trim()).toBe(expected);
    expect(heard).toHaveLength(1);
  });

  it('waits for ops where there is no secret for the partner', async () => {
    const { heard, send } = await system(status(204), []);
    expect(await send()).toEqual({ kind: 'barred', reason: 'no secret for this partner' });
    expect(heard).toEqual([]);
  });

  it.each([
    ...['https://127.0.0.1/', 'https://0x7f.1/', 'https://169.254.169.254/latest/meta-data/', 'https://[::1]/'],
    ...['https://[::ffff:10.0.0.1]/', 'https://localhost/', 'http://partner.example/'],
  ])('to %s is not made', async (address) => {
    const send = partnerCallbacks({
      addressOf: () => address,
      secrets: memorySecretEntries({ hotline: { secrets: [SECRET] } }),
      now: () => NOW,
    });
    const result = await send(escalation(), 'hotline', { now: escalation().at });
    expect(result).toEqual({ kind: 'refused', reason: 'PrivateAddress' });
  });
});

describe('a private address', () => {
  it.each([
    ...['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ...['::1', '::', 'fd00::1', 'fe80::1', '::ffff:192.168.1.1', '64:ff9b::a00:1'],
  ])('is %s', (address) => {
    expect(isPrivate(address)).toBe(true);
  });

  it.each(['1.2.4.8', '172.32.0.1', '100.128.0.1', '2400:3200::1', '::ffff:1.2.4.8'])('is not %s', (address) => {
    expect(isPrivate(address)).toBe(false);
  });
});
