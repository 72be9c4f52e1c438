import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/accept-web-complaint/handler.ts';
import type { VaultItem } from '../../usecases/intake/accept-complaint.ts';
import { intake, type Request, send } from '../support/intake.ts';

const complaint = { text: '城东工业区夜里有刺鼻气味，请查处。', address: '城东工业区' };
const jsonHeaders = { 'content-type': 'application/json' };

const post = (world: ReturnType<typeof intake>, form: unknown, request: Partial<Request> = {}) =>
  send(createHandler(world), {
    body: typeof form === 'string' ? form : JSON.stringify(form),
    ...request,
    headers: { ...jsonHeaders, ...request.headers },
  });

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });

describe('POST /v1/complaints', () => {
  it('keeps the complaint and answers with receipt, query code and dates', async () => {
    const world = intake();
    const { status, json } = await post(world, {
      ...complaint,
      contact: { name: '李测试', phone: '１３９ 0000 0000' },
    });

    expect(status).toBe(202);
    expect(json).toEqual({
      receipt: expect.stringMatching(/^QH(-[0-9A-Z]{4}){3}$/),
      queryCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
      receivedAt: '2026-11-20T13:03:00.000Z',
      answerBy: '2026-12-05T16:00:00.000Z',
    });
    expect(world.vault.all()).toMatchObject([
      {
        ...complaint,
        channel: 'web',
        anonymous: false,
        contact: { name: '李测试', phone: '139 0000 0000' },
        flags: [],
        receipt: json.receipt,
      },
    ]);
  });

  it('keeps what was sent, byte for byte', async () => {
    const world = intake();
    const body = Buffer.from(JSON.stringify({ ...complaint, unknown: '未知' }));
    await send(createHandler(world), { body, headers: jsonHeaders });

    const original = world.vault.all()[0]?.original as { base64: string };
    expect(Buffer.from(original.base64, 'base64').equals(body)).toBe(true);
  });

  it('packs a long one, which unpacks to what was sent', async () => {
    const world = intake();
    const body = JSON.stringify({ text: '臭'.repeat(20_000), more: 'x'.repeat(50_000) });
    await post(world, body);

    const { mediaType, base64 } = world.vault.all()[0]!.original as { mediaType: string; base64: string };
    expect(mediaType).toBe('application/json+gzip');
    expect(gunzipSync(Buffer.from(base64, 'base64')).toString()).toBe(body);
  });

  it('makes one complaint of 50 posts under one key, each with the same answer', async () => {
    const world = intake();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(world, complaint, withKey('form-1'))));

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(world.vault.all()).toHaveLength(1);
  });

  it('refuses another body under the same key', async () => {
    const world = intake();
    await post(world, complaint, withKey('form-1'));
    const { status, type } = await post(world, { text: '另一件事' }, withKey('form-1'));

    expect([status, type]).toEqual([422, 'application/problem+json; charset=utf-8']);
    expect(world.vault.all()).toHaveLength(1);
  });

  it('takes two posts without a key for two complaints', async () => {
    const world = intake();
    const [one, two] = [await post(world, complaint), await post(world, complaint)];
    expect(one.json.receipt).not.toBe(two.json.receipt);
  });

  it.each(['', 'x'.repeat(129), '键', 'a b'])('refuses the key %j', async (key) => {
    expect((await post(intake(), complaint, withKey(key))).status).toBe(400);
  });

  it('drops the contact of a person who wants to stay unknown', async () => {
    const world = intake();
    await post(world, { ...complaint, anonymous: true, contact: { phone: '13900000000' } });
    expect(world.vault.all()).toMatchObject([{ anonymous: true, contact: undefined }]);
  });

  it('accepts a complaint that is only a picture, and flags it', async () => {
    const world = intake();
    const attachments = [{ name: '现场.jpg', mediaType: 'image/jpeg', key: 'uploads/2026/abc.jpg' }];
    expect((await post(world, { attachments })).status).toBe(202);
    expect(world.vault.all()).toMatchObject([{ text: '', attachments, flags: ['no-text'] }]);
  });

  it('accepts text in another charset, of which the gateway leaves no more than marks, and flags it', async () => {
    const world = intake();
    expect((await post(world, { text: '\ufffd\ufffd夜里有气味' })).status).toBe(202);
    expect(world.vault.all()).toMatchObject([{ flags: ['undecodable'] }]);
  });

  it.each([
    ['text of blanks only', { text: ' \u3000\n' }, '/text'],
    ['text beyond 20 000 characters', { text: '臭'.repeat(20_001) }, '/text'],
    ['eleven attachments', { ...complaint, attachments: Array(11).fill({}) }, '/attachments'],
    [
      "a key to somebody else's evidence",
      { ...complaint, attachments: [{ name: 'a', mediaType: 'a/b', key: 'mail/1' }] },
      '/attachments/0/key',
    ],
  ])('refuses %s and says where', async (_, form, pointer) => {
    const world = intake();
    const { status, json } = await post(world, form);
    expect(status).toBe(400);
    expect(json.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(world.vault.all()).toEqual([]);
  });

  it('refuses JSON that is nested beyond reason', async () => {
    expect((await post(intake(), '['.repeat(200_000))).status).toBe(400);
    expect(
      (await post(intake(), `{"text":"x","more":${'['.repeat(60_000)}${']'.repeat(60_000)}}`)).status,
    ).toBeLessThan(500);
  });

  it('refuses a body of 2 MB', async () => {
    expect((await post(intake(), { text: '臭'.repeat(700_000) })).status).toBe(413);
  });

  it('fits every accepted form into one item of the vault, which holds 400 KB', async () => {
    const world = intake();
    await post(world, {
      text: '𠮷'.repeat(20_000),
      more: Array.from({ length: 26_000 }, () => Math.random())
        .join('')
        .slice(0, 180_000),
    });
    expect(Buffer.byteLength(JSON.stringify(world.vault.all()[0]))).toBeLessThan(400 * 1024);
  });

  it('answers anything at all with 202 or a problem the sender can mend', async () => {
    const handler = createHandler(intake());
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.uint8Array({ maxLength: 200 })), async (body) => {
        expect([202, 400]).toContain((await send(handler, { body, headers: jsonHeaders })).status);
      }),
      { numRuns: 300 },
    );
  });
});

it('an anonymous complaint keeps no contact, not even in what was sent', async () => {
  const world = intake();
  const who = { name: '李测试', phone: '13900000000' };
  await post(world, { ...complaint, anonymous: true, ...who, contact: who });
  const [kept] = world.vault.all();
  const original = Buffer.from((kept!.original as { base64: string }).base64, 'base64').toString();
  expect(kept).toMatchObject({ anonymous: true, contact: undefined });
  expect(JSON.parse(original)).toEqual({ ...complaint, anonymous: true });
});

describe('POST /v1/complaints with photos', () => {
  const attachments = [{ name: '现场.jpg', mediaType: 'image/jpeg', key: 'uploads/AAAAAAAAAAAAAAAAAAAAAA' }];

  it('has them brought into the evidence before the complaint is kept', async () => {
    const world = intake();
    const steps: string[] = [];
    const vault = {
      ...world.vault,
      putIfAbsent: async (item: VaultItem) => {
        steps.push('kept');
        return world.vault.putIfAbsent(item);
      },
    };
    const claimUploads = async (keys: readonly string[], receipt: string) => void steps.push(...keys, receipt);
    const { json } = await post({ ...world, vault, claimUploads } as typeof world, { ...complaint, attachments });
    expect(steps).toEqual(['uploads/AAAAAAAAAAAAAAAAAAAAAA', json.receipt, 'kept']);
  });

  it('answers what was taken before, though the hour is full', async () => {
    const world = { ...intake(), perHour: { complaintsPerHour: 1 } };
    const first = await post(world, complaint, withKey('form-1'));
    expect((await post(world, complaint, withKey('form-2'))).status).toBe(429);
    expect((await post(world, complaint, withKey('form-1'))).json).toEqual(first.json);
    expect((await post(world, { text: '另一件事' }, withKey('form-1'))).status).toBe(422);
  });
});
