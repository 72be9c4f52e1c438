import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../local/local-stack.ts';
import { startProvince } from '../support/province.ts';
import { signedHeaders } from '../support/signing.ts';
import { receiptOf } from './support/citizens.ts';
import { keep, put } from './support/inside.ts';
import { afterAllIsDone, call } from './support/running.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'huiyin-operations-'));
const run = promisify(execFile);

/** Two stacks of the demo province, the second as good as new. */
let [here, there]: readonly LocalStack[] = [];
beforeAll(async () => {
  const now = '2026-09-10T02:00:00.000Z';
  [here, there] = await Promise.all([startProvince('demo', now), startProvince('demo', now)]);
});
afterAll(() => Promise.all([here?.stop(), there?.stop()]));

/** Runs `npm run ops` against a running stack, as a process of its own; gives its exit code and what it prints. */
async function ops(stack: LocalStack, ...args: readonly string[]): Promise<{ code: number; said: string }> {
  const command = ['bin/ops.ts', ...args, '--province', 'demo', '--local', stack.url];
  const ended = await run(process.execPath, command, { cwd: root }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }) => ({ code: Number(code), said: `${stdout}${stderr}` }),
  );
  return ended;
}
const applied = ['--apply', '--reason', '演练'];

/** What the hotline hands over, signed with that secret: the status of the answer. */
async function handOver(number: string, secret: string): Promise<number> {
  const body = JSON.stringify({ orderNo: number, operateType: '派单', content: '印刷厂夜里排放刺鼻气味。' });
  const headers = {
    'content-type': 'application/json',
    ...signedHeaders(body, { secret, at: Date.parse(here!.now()) }),
  };
  return (await call(here!, 'POST', '/v1/channels/partners/hotline-12345', { body, headers })).status;
}

const MAIL = [
  'From: qian@citizen.example',
  'To: complaints@huiyin.qinghe.example',
  'Message-ID: <kept-while-away@citizen.example>',
  'Date: Thu, 10 Sep 2026 09:50:00 +0800',
  `Subject: =?utf-8?B?${Buffer.from('河水发黑').toString('base64')}?=`,
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('禾阳市临禾区的河水发黑发臭，有死鱼。').toString('base64'),
].join('\r\n');

describe('an engineer who runs a province', () => {
  it('changes a partner’s secret, and no message is refused meanwhile', async () => {
    const { secret: old } = here!.credentials.partners['hotline-12345']!;
    const file = join(folder, 'secret.txt');
    const rotate = ['secrets', 'rotate', 'partners', 'hotline-12345'];
    expect(await ops(here!, ...rotate, '--apply', '--out', file)).toMatchObject({ code: 0 });
    const next = readFileSync(file, 'utf8').trim();
    expect([await handOver('RX-1', old), await handOver('RX-2', next)]).toEqual([202, 202]);
    expect(await ops(here!, ...rotate, '--apply', '--finish')).toMatchObject({ code: 0 });
    // A function that runs on goes by what it read for five minutes.
    await here!.killWorkers('accept-partner-complaint');
    expect([await handOver('RX-3', old), await handOver('RX-4', next)]).toEqual([401, 202]);
  });

  it('sends a dead letter again once its cause is gone, and what lay there gets its case', async () => {
    await receiptOf(here!, { text: '小区对面KTV半夜噪声扰民。', address: '禾阳市穗安区星光路' });
    const event = { eventName: 'ObjectCreated:Put', s3: { object: { key: 'mail/away', size: MAIL.length } } };
    await put(here!, 'mail', JSON.stringify({ Records: [event] }));
    const before = await afterAllIsDone(here!);
    expect(before.deadLetters).toBe(1);
    await keep(here!, 'mail/away', Buffer.from(MAIL));
    const proof = join(folder, 'redriven.jsonl');
    const redriven = await ops(here!, 'dead-letters', 'redrive', 'mail-dead-letters', ...applied, '--proof', proof);
    expect(redriven).toMatchObject({ code: 0 });
    expect(readFileSync(proof, 'utf8').trim().split('\n')).toHaveLength(1);
    const { cases, deadLetters } = await afterAllIsDone(here!);
    expect([cases, deadLetters]).toEqual([before.cases + 1, 0]);
  });

  it('restores every table beside the one at work, with the record of each case whole', async () => {
    expect(await ops(here!, 'restore', 'drill', ...applied)).toMatchObject({ code: 0 });
  });

  it('moves the province into another stack: the same state of every table, and the record of each case whole', async () => {
    const moved = join(folder, 'province');
    expect(await ops(here!, 'export', moved, '--reason', '演练')).toMatchObject({ code: 0 });
    expect(await ops(there!, 'import', moved, ...applied)).toMatchObject({ code: 0 });
    expect((await there!.state()).cases).toBe((await here!.state()).cases);
  });
});
