import { describe, expect, it } from 'vitest';
import { PARTNERS_SECRET } from '../../../functions/accept-partner-complaint/partner-order.ts';
import { RepeatsSecret } from '../../../functions/shared/repeats-secret.ts';
import { WebhookSecrets } from '../../../functions/shared/submission/webhook.ts';
import { ThreadsSecret } from '../../../functions/shared/threads-secret.ts';
import { type Fresh, madeSecret, rotatedSecret, type SecretValue } from '../../../usecases/operations/keep-secrets.ts';

/** Bytes that differ from call to call. */
function fresh(): Fresh {
  let count = 0;
  const bytes = (length: number) => {
    count += 1;
    return Buffer.alloc(length, count);
  };
  return {
    hex: (length) => bytes(length).toString('hex'),
    webhookSecret: () => `whsec_${bytes(32).toString('base64')}`,
  };
}

const begun = (value: SecretValue, kind: string, partner?: string) =>
  rotatedSecret({ kind, partner, step: 'begin' }, value, fresh());
const finished = (value: SecretValue, kind: string, partner?: string) =>
  rotatedSecret({ kind, partner, step: 'finish' }, value, fresh());

describe('a secret that is made', () => {
  it.each([
    ['repeats', RepeatsSecret],
    ['threads', ThreadsSecret],
    ['mailRelay', WebhookSecrets],
    ['partners', PARTNERS_SECRET.schema],
  ] as const)('for %s is one that its reader takes', (kind, schema) => {
    expect(schema.safeParse(madeSecret(kind, fresh(), ['hotline-12345'])).success).toBe(true);
  });

  it.each(['wechat', 'sms', 'smtp', 'desk'])('for %s is none: only its owner can give it', (kind) => {
    expect(madeSecret(kind, fresh(), [])).toBeUndefined();
  });
});

describe('the secret of a partner that is rotated', () => {
  const value = { 'hotline-12345': { secrets: ['old'] }, superior: { secrets: ['theirs'] } };

  it('is taken beside the old one until that is finished, and no other partner is touched', () => {
    const first = begun(value, 'partners', 'hotline-12345');
    if (first.kind !== 'rotated') throw new Error(first.why);
    expect(first.value).toEqual({ ...value, 'hotline-12345': { secrets: [first.added, 'old'] } });
    const last = finished(first.value, 'partners', 'hotline-12345');
    expect(last).toMatchObject({ value: { ...value, 'hotline-12345': { secrets: [first.added] } } });
  });

  it('is not begun twice, nor finished before it is begun', () => {
    const twice = { 'hotline-12345': { secrets: ['new', 'old'] } };
    expect(begun(twice, 'partners', 'hotline-12345')).toMatchObject({ why: expect.stringContaining('under way') });
    expect(finished(value, 'partners', 'superior')).toMatchObject({ why: 'no rotation is under way' });
  });

  it('stays shut out where the partner was', () => {
    const shut = { superior: { secrets: ['old'], revoked: true } };
    expect(begun(shut, 'partners', 'superior')).toMatchObject({ value: { superior: { revoked: true } } });
  });

  it('is refused for a partner that there is not', () => {
    expect(begun(value, 'partners', 'nobody')).toMatchObject({ kind: 'refused' });
  });
});

it('no key of senders is lost by a rotation: the oldest goes when that is finished, and a fourth is refused', () => {
  expect(begun({ keys: ['a', 'b'] }, 'senders')).toMatchObject({ value: { keys: [expect.any(String), 'a', 'b'] } });
  expect(begun({ keys: ['a', 'b', 'c'] }, 'senders')).toMatchObject({ why: expect.stringContaining('three keys') });
  expect(finished({ keys: ['a', 'b', 'c'] }, 'senders')).toMatchObject({ value: { keys: ['a', 'b'] } });
  expect(finished({ keys: ['a'] }, 'senders')).toMatchObject({ why: 'no rotation is under way' });
});

it.each(['repeats', 'threads', 'wechat'])('the secret %s is not rotated here', (kind) => {
  expect(begun({ key: 'x' }, kind)).toMatchObject({ kind: 'refused' });
});
