import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { memorySecretEntries } from '../../adapters/memory/secret-entries.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { UnusableSecret } from '../../usecases/operations/unusable-secret.ts';
import { NOW } from '../support/intake.ts';
import { consoleOf } from '../support/messages.ts';
import { hand, later, order, typeIn, world } from '../support/partner-orders.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';

describe('POST /v1/channels/partners/{partner}', () => {
  it('keeps what a partner hands over, under the partner and its own number', async () => {
    const deps = world({ may: ['submit', 'inspection'] });
    const { status, json } = await hand(deps, order({ inspection: { batch: '第三批', item: 'D3-017' } }));

    expect(status).toBe(202);
    expect(json).toEqual({
      receipt: expect.any(String),
      queryCode: expect.any(String),
      receivedAt: expect.any(String),
      answerBy: expect.any(String),
    });
    expect(deps.vault.all()).toMatchObject([
      {
        channel: 'partner',
        partner: 'hotline',
        sourceId: 'hotline:E-1',
        inspection: { batch: '第三批', item: 'D3-017' },
      },
    ]);
  });

  it('answers the same number again with the same receipt, whatever its webhook id', async () => {
    const deps = world();
    const first = await hand(deps, order());
    const replay = await hand(deps, order());
    const later = await hand(deps, order(), { headers: signedHeaders(order(), { id: 'msg_2' }) });

    expect([replay.text, later.text]).toEqual([first.text, first.text]);
    expect(deps.vault.all()).toHaveLength(1);
  });

  it.each([
    ['points without numbers', { location: { latitude: null, longitude: '' } }],
    ['contacts without fields', { contact: {} }],
    ['an inspection without its numbers', { inspection: { batch: '', item: null } }],
    ['an empty limit', { limit: {} }],
    ['the null of a language or database as a text', { target: 'null', occurredAt: 'undefined', limit: '\\N' }],
    ['no time', {}, { timestamp: undefined }],
    ['a time of Java, in parts', {}, { timestamp: [2026, 11, 20, 21, 3] }],
  ])(
    'is the same complaint where a program writes %s for what it does not have',
    async (_, data, envelope: object = {}) => {
      const deps = world();
      const first = await hand(deps, order());
      expect((await hand(deps, order(data, envelope))).json.receipt).toBe(first.json.receipt);
      expect(deps.vault.all()).toHaveLength(1);
    },
  );

  it('refuses another content under a number that was used, and says how to send what is new', async () => {
    const deps = world();
    await hand(deps, order());
    const { status, json } = await hand(deps, order({ text: '另一件事' }));
    expect(status).toBe(409);
    expect(json.detail).toContain('complaint.supplemented');
  });

  it.each([
    ['a wrong signature', { headers: signedHeaders('{}') }],
    ['no signature', { headers: {} }],
    ['a signature of an hour ago', { at: NOW + 3_600_000 }],
    ['a signature of the future', { at: NOW - 3_600_000 }],
    ['a partner nobody knows', { partner: 'nobody' }],
    ['a partner named after a property of objects', { partner: 'constructor' }],
  ])('answers %s with 401 and keeps nothing', async (_, request) => {
    const deps = world();
    const { status, type } = await hand(deps, order(), request);
    expect([status, type]).toEqual([401, 'application/problem+json; charset=utf-8']);
    expect(deps.vault.all()).toEqual([]);
  });

  it.each([
    ['an event of another type', order({}, { type: 'complaint.closed' }), 422],
    ['an event of another family', order({}, { type: 'order.created' }), 422],
    ['an event without data', '{"type":"complaint.submitted","timestamp":"2026-11-20T21:03:00+08:00"}', 400],
    ['no external id', order({ externalId: ' ' }), 400],
    ['no text', order({ text: '' }), 400],
    ['a number that is the null of a program', order({ externalId: 'NULL' }), 400],
    ['words that are the null of a program', order({ text: 'None' }), 400],
    ['a follow-up without a time', later('urged', {}, ''), 400],
    ['a number that a program rounded', order({ externalId: '3.2010212345678E+17' }), 400],
    ['a supplement without words', later('supplemented'), 400],
    ['broken JSON', '{"type":', 400],
    ['JSON that is no object', '7', 400],
    ['a list', `[${order()}]`, 400],
    ['nothing at all', '{}', 400],
  ])('answers %s, rightly signed, with a problem', async (_, body, status) => {
    const deps = world();
    expect((await hand(deps, body)).status).toBe(status);
    expect(deps.vault.all()).toEqual([]);
  });

  it('refuses a body beyond 256 KB', async () => {
    expect((await hand(world(), 'x'.repeat(256 * 1024 + 1))).status).toBe(413);
  });
});

it('says that the type is missing of an order that is ours in all but that, and which types there are', async () => {
  const { json } = await hand(world(), order({}, { type: 7 }));
  expect(json).toMatchObject({
    errors: [{ pointer: '/type', detail: expect.stringContaining('complaint.submitted') }],
  });
});

describe('a partner that changes its secret', () => {
  const [old, fresh] = ['an older secret of the partner, 32', 'the newest secret of a partner 32'].map(
    (key) => `whsec_${Buffer.from(key).toString('base64')}`,
  ) as [string, string];
  const rotating = () => ({
    ...world(),
    secrets: memorySecretEntries({ hotline: { secrets: [fresh, old], revoked: false } }),
  });

  it.each([
    ['the old one', old],
    ['the new one', fresh],
  ])('is known by %s, signed as the library of the specification signs', async (_, secret) => {
    const signature = new Webhook(secret).sign('msg_1', new Date(NOW), order());
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(NOW / 1000), 'webhook-signature': signature };
    expect((await hand(rotating(), order(), { headers })).status).toBe(202);
  });

  it('may sign one request with both', async () => {
    const [one, two] = [SECRET, fresh].map((secret) => signedHeaders(order(), { secret })) as [
      ReturnType<typeof signedHeaders>,
      ReturnType<typeof signedHeaders>,
    ];
    const both = { ...one, 'webhook-signature': `${one['webhook-signature']} ${two['webhook-signature']}` };
    expect((await hand(rotating(), order(), { headers: both })).status).toBe(202);
  });

  it('is known by neither of them under a third', async () => {
    expect((await hand(rotating(), order())).status).toBe(401);
  });
});

describe('a partner whose entry of the secret is wrong', () => {
  it('is told to send again later, and ops which entry that is', async () => {
    const of = () => {
      throw new UnusableSecret('partners: /hotline/secrets/0');
    };
    const deps = { ...world(), secrets: async () => ({ of }) };
    const logged = await consoleOf(async () => {
      const answer = await hand(deps, order());
      expect([answer.status, typeIn(answer)]).toEqual([500, 'internal-error']);
    });
    expect(logged).toContain('partners: /hotline/secrets/0');
    expect(deps.vault.all()).toEqual([]);
  });
});

describe('a partner that is shut out', () => {
  it('is told so when it proves who it is, and keeps nothing here', async () => {
    const deps = { ...world(), secrets: memorySecretEntries({ hotline: { secrets: [SECRET], revoked: true } }) };
    const answer = await hand(deps, order());
    expect([answer.status, typeIn(answer)]).toEqual([403, 'partner-revoked']);
    expect((await hand(deps, order(), { headers: signedHeaders('{}') })).status).toBe(401);
    expect(deps.vault.all()).toEqual([]);
  });

  it('is one that has a secret but is no longer in the province file', async () => {
    const deps = { ...world(), partners: new Map<string, Partner>() };
    expect(typeIn(await hand(deps, order()))).toBe('partner-revoked');
  });
});

describe('what a partner may send', () => {
  it.each([
    ['an inspection item, of a hotline', {}, order({ inspection: { batch: '3', item: '7' } })],
    ['a matter, of one that may only urge', { may: ['urge'] as const }, order()],
    ['a call to hurry, of one that may only submit', { may: ['submit'] as const }, later('urged')],
  ])('does not include %s', async (_, changes, body) => {
    const deps = world(changes);
    const answer = await hand(deps, body);
    expect([answer.status, typeIn(answer)]).toEqual([403, 'partner-not-permitted']);
    expect(deps.vault.all()).toEqual([]);
  });

  it('is limited in number: then it is told when to come back, and what came before it keeps its receipt', async () => {
    const deps = world({ limit: { limit: 2, windowSeconds: 60 } });
    const first = await hand(deps, order());
    expect(first.headers).toMatchObject({ 'ratelimit-policy': '"partner";q=2;w=60', ratelimit: '"partner";r=1;t=60' });
    expect((await hand(deps, '{}')).headers).toMatchObject({ ratelimit: '"partner";r=0;t=60' });
    const third = await hand(deps, order());
    expect([third.status, third.headers['retry-after']]).toEqual([429, '60']);
    expect(
      (await hand(deps, order(), { at: NOW + 60_000, headers: signedHeaders(order(), { at: NOW + 60_000 }) })).text,
    ).toBe(first.text);
  });

  it('is not used up by a stranger in its name', async () => {
    const deps = world({ limit: { limit: 1, windowSeconds: 60 } });
    for (const _ of [1, 2, 3]) await hand(deps, order(), { headers: signedHeaders('{}') });
    expect((await hand(deps, order())).status).toBe(202);
  });
});
