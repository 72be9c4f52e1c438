import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { partnerCallbacks } from '../../adapters/callbacks/callbacks.ts';
import { memorySecretEntries } from '../../adapters/memory/secret-entries.ts';
import { escalation } from '../support/notices.ts';
import { SECRET } from '../support/peers/callbacks.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'callbacks', 'receive.mjs');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('the example takes what we sign, once, and refuses what another secret signed', async () => {
  const port = await freePort();
  const receiver = spawn(process.execPath, [EXAMPLE], { env: { WEBHOOK_SECRET: SECRET, PORT: String(port) } });
  onTestFinished(() => void receiver.kill());
  let shown = '';
  receiver.stdout.on('data', (bytes) => {
    shown += bytes;
  });
  const address = `http://127.0.0.1:${port}/`;
  const text = JSON.stringify({ type: 'order.answered', data: { externalId: 'RX-1', statusText: '已办结' } });
  const call = (secret: string) =>
    partnerCallbacks({
      addressOf: () => address,
      secrets: memorySecretEntries({ hotline: { secrets: [secret] } }),
      now: () => new Date(),
      isLocal: true,
    })(escalation({ text }), 'hotline', { now: escalation().at });
  let result = await call(SECRET);
  while (result.kind === 'later' && 'reason' in result && result.reason === 'ECONNREFUSED') result = await call(SECRET);
  expect(result.kind).toBe('sent');
  expect(await call('whsec_bmV4dCBzZWNyZXQgb2YgdGhlIHBhcnRuZXIhIQ==')).toEqual({ kind: 'later', reason: 'HTTP 401' });
  expect((await call(SECRET)).kind).toBe('sent');
  expect(shown).toBe('order.answered RX-1 已办结\n');
});
