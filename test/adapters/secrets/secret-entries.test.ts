import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { CALLBACKS_SECRET, partnerCallbacks } from '../../../adapters/callbacks/callbacks.ts';
import { SMTP_SECRET } from '../../../adapters/email/hosts.ts';
import { ROBOTS_SECRET } from '../../../adapters/robots/robot-secret.ts';
import { groupRobots } from '../../../adapters/robots/robots.ts';
import { type EntriesShape, secretEntries } from '../../../adapters/secrets/secret-entries.ts';
import { SMS_SECRET } from '../../../adapters/sms/sms-secret.ts';
import { PARTNERS_SECRET } from '../../../functions/accept-partner-complaint/partner-order.ts';
import type { SecretEntries } from '../../../usecases/operations/secret-entries.ts';
import { UnusableSecret } from '../../../usecases/operations/unusable-secret.ts';
import { escalation } from '../../support/notices.ts';
import { SECRET } from '../../support/signing.ts';

/** The secret `name`; it holds the next of those values each time it is fetched, the last one for good. */
function secret<Schema extends z.ZodType<object>>(shape: EntriesShape<Schema>, ...values: readonly unknown[]) {
  const state = { minutes: 0, told: [] as string[] };
  const left = [...values];
  const send = async () => ({ SecretString: JSON.stringify(left.length > 1 ? left.shift() : left[0]) });
  const client = { send } as unknown as SecretsManagerClient;
  const tell = (fault: unknown) => void state.told.push((fault as Error).message);
  return { state, read: secretEntries({ client, name: 'name', tell, now: () => state.minutes * 60_000 }, shape) };
}

const partner = { secrets: [SECRET] };
const robot = { kind: 'wecom', webhook: 'https://robot.example/' };
const host = { host: 'mail.example', port: 465, secure: true };
const [aliyun, tencent] = [
  { accessKeyId: 'A', accessKeySecret: 'S3CRET' },
  { secretId: 'T', secretKey: 'S3CRET' },
];

describe('a secret with one wrong entry', () => {
  it.each([
    [PARTNERS_SECRET, { good: partner, wrong: { secrets: ['S3CRET'] } }, 'name: /wrong/secrets/0'],
    [CALLBACKS_SECRET, { good: partner, wrong: 'S3CRET' }, 'name: /wrong'],
    [ROBOTS_SECRET, { good: robot, wrong: { ...robot, kind: 'S3CRET' } }, 'name: /wrong/kind'],
    [SMTP_SECRET, { good: host, wrong: { ...host, port: 'S3CRET' } }, 'name: /wrong/port'],
  ] as const)('serves all others, and tells where the fault is and nothing of it (%#)', async (shape, held, fault) => {
    const { state, read } = secret(shape as EntriesShape<z.ZodType<Record<string, unknown>>>, held);
    const entries: SecretEntries<Record<string, unknown>> = await read();
    expect(entries.of('good')).toMatchObject(held.good);
    expect(() => entries.of('wrong')).toThrow(new UnusableSecret(fault));
    expect([entries.of('nobody'), entries.of('constructor')]).toEqual([undefined, undefined]);
    expect(state.told).toEqual([fault]);
  });

  it('serves the operator whose entry is right, be the other one wrong or not there', async () => {
    const { read } = secret(SMS_SECRET, { aliyun: { accessKeyId: 'A' }, tencent });
    const entries = await read();
    expect(entries.of('tencent')).toEqual(tencent);
    expect(() => entries.of('aliyun')).toThrow('name: /aliyun/accessKeySecret');
    const alone = await secret(SMS_SECRET, aliyun).read();
    expect([alone.of('aliyun'), alone.of('tencent')]).toEqual([aliyun, undefined]);
    expect((await secret(SMTP_SECRET, host).read()).of('smtp')).toMatchObject(host);
  });

  it('that was right before serves on as it was, and the others as they are now', async () => {
    const [old, fresh] = [{ secrets: ['old'] }, { secrets: ['fresh'] }];
    const { state, read } = secret(CALLBACKS_SECRET, { one: old, two: old }, { one: {}, two: fresh }, { two: fresh });
    await read();
    state.minutes = 6;
    const then = await read();
    expect([then.of('one'), then.of('two')]).toEqual([old, fresh]);
    expect(state.told).toEqual(['name: /one/secrets']);
    state.minutes = 12;
    expect((await read()).of('one')).toBeUndefined();
  });

  it.each([['S3CRET'], [null], [['S3CRET']]])('that is %j as a whole stops all, and is told', async (held) => {
    const { state, read } = secret(PARTNERS_SECRET, held);
    await expect(read()).rejects.toThrow(new UnusableSecret('name: /'));
    expect(state.told).toEqual(['name: /']);
  });
});

describe('a message for whom the wrong entry is', () => {
  it.each([
    ['a group', (read: never) => groupRobots(read, () => new Date()), ROBOTS_SECRET],
    [
      'a partner',
      (read: never) =>
        partnerCallbacks({ secrets: read, addressOf: () => 'https://p.example/', now: () => new Date() }),
      CALLBACKS_SECRET,
    ],
  ] as const)('%s waits, and says which entry is to be put right', async (_, transport, shape) => {
    const { read } = secret(shape as typeof CALLBACKS_SECRET, { wrong: {} });
    const result = await transport(read as never)(escalation(), 'wrong', { now: escalation().at });
    expect(result).toMatchObject({ kind: 'busy', reason: expect.stringMatching(/^UnusableSecret name: \/wrong\//) });
  });
});
