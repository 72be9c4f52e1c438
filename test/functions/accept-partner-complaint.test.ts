import { describe, expect, it } from 'vitest';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { createHandler } from '../../functions/accept-partner-complaint/handler.ts';
import { intake, NOW, type Request, send } from '../support/intake.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';

const partners = async () => ({ hotline: { secrets: [SECRET] } });
const world = () => ({ ...intake(), partners, isSignedBy });

const order = (data: object = {}, envelope: object = {}) =>
  JSON.stringify({
    type: 'complaint.submitted',
    timestamp: '2026-11-20T21:03:00+08:00',
    data: { externalId: 'E-1', text: '市民反映餐馆油烟直排。', address: '人民路120号', ...data },
    ...envelope,
  });

const hand = (
  deps: ReturnType<typeof world>,
  body: string,
  { partner = 'hotline', ...request }: Partial<Request> & { partner?: string } = {},
) => send(createHandler(deps), { body, headers: signedHeaders(body), path: { partner }, ...request });

describe('POST /v1/channels/partners/{partner}', () => {
  it('keeps what a partner hands over, under the partner and its own number', async () => {
    const deps = world();
    const { status, json } = await hand(deps, order({ inspection: { batch: '第三批', item: 'D3-017' } }));

    expect(status).toBe(202);
    expect(json).toMatchObject({
      receipt: expect.any(String),
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

  it('refuses another content under a number that was used', async () => {
    const deps = world();
    await hand(deps, order());
    expect((await hand(deps, order({ text: '另一件事' }))).status).toBe(409);
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
    ['an event of another type', order({}, { type: 'complaint.withdrawn' }), 422],
    ['no external id', order({ externalId: ' ' }), 400],
    ['no text', order({ text: '' }), 400],
    ['no time', order({}, { timestamp: 'yesterday' }), 400],
    ['broken JSON', '{"type":', 400],
    ['JSON that is no object', '7', 400],
  ])('answers %s, rightly signed, with a problem', async (_, body, status) => {
    const deps = world();
    expect((await hand(deps, body)).status).toBe(status);
    expect(deps.vault.all()).toEqual([]);
  });

  it('refuses a body beyond 256 KB', async () => {
    expect((await hand(world(), 'x'.repeat(256 * 1024 + 1))).status).toBe(413);
  });
});
