import { describe, expect, it } from 'vitest';
import { createHandler as acceptSupplement } from '../../functions/accept-supplement/handler.ts';
import { createHandler as acceptWeb } from '../../functions/accept-web-complaint/handler.ts';
import { intake, type Request, send } from '../support/intake.ts';

const json = { 'content-type': 'application/json' };

/** A complaint that is in, and the way to add to it. */
async function office() {
  const deps = intake();
  const complaint = JSON.stringify({ text: '夜里有刺鼻气味。', contact: { phone: '13900000000' } });
  const { receipt, queryCode } = (await send(acceptWeb(deps), { body: complaint, headers: json })).json;
  const handler = acceptSupplement({
    ...deps,
    complaints: deps.vault,
    equalInConstantTime: (one, other) => one === other,
  });
  const add = (body: unknown, { headers, ...request }: Partial<Request> = {}) =>
    send(handler, {
      path: { receipt },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...request,
      headers: { ...json, 'x-query-code': queryCode, ...headers },
    });
  return { vault: deps.vault, receipt, queryCode, add };
}

describe('POST /v1/complaints/{receipt}/supplements', () => {
  it('keeps what is added under the complaint, byte for byte, and answers with the receipt of both', async () => {
    const { vault, receipt, add } = await office();
    const attachments = [{ name: '现场.jpg', mediaType: 'image/jpeg', key: 'uploads/2026/abc.jpg' }];
    const { status, json: answer } = await add({ text: '今晚又有了。', attachments });
    expect([status, answer]).toEqual([
      202,
      { receipt, supplement: expect.stringMatching(/^QH(-[0-9A-Z]{4}){3}$/), receivedAt: '2026-11-20T13:03:00.000Z' },
    ]);
    expect(vault.all()[1]).toMatchObject({
      receipt: answer.supplement,
      text: '今晚又有了。',
      attachments,
      channel: 'web',
      flags: [],
      follows: { to: receipt, as: 'supplement' },
    });
    const original = vault.all()[1]?.original as { base64: string };
    expect(JSON.parse(Buffer.from(original.base64, 'base64').toString())).toMatchObject({ text: '今晚又有了。' });
  });

  it('takes a picture without a word', async () => {
    const { vault, add } = await office();
    const attachments = [{ name: 'a.jpg', mediaType: 'image/jpeg', key: 'uploads/a.jpg' }];
    expect((await add({ attachments })).status).toBe(202);
    expect(vault.all()[1]).toMatchObject({ text: '', flags: ['no-text'] });
  });

  it('takes one supplement of fifty under one key, and refuses another text under it', async () => {
    const { vault, add } = await office();
    const headers = { 'idempotency-key': 'k1' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => add({ text: '今晚又有了。' }, { headers })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(vault.all()).toHaveLength(2);
    expect((await add({ text: '另一件' }, { headers })).json.type).toContain('idempotency-key-reused');
  });

  it('takes the same key for two complaints as two supplements', async () => {
    const { vault, add } = await office();
    const other = { ...vault.all()[0]!, receipt: 'QH-0000-0000-0001', queryCode: 'C0DE0001' };
    await vault.putIfAbsent(other);
    await add({ text: '又' }, { headers: { 'idempotency-key': 'k' } });
    const headers = { 'idempotency-key': 'k', 'x-query-code': 'C0DE0001' };
    expect((await add({ text: '又' }, { headers, path: { receipt: other.receipt } })).status).toBe(202);
    expect(vault.all()).toHaveLength(4);
  });

  it('answers a wrong code, none, and an unknown receipt word for word alike, and keeps nothing', async () => {
    const { vault, queryCode, add } = await office();
    const answers = await Promise.all([
      add({ text: '又' }, { headers: { 'x-query-code': 'ZZZZZZZZ' } }),
      add({ text: '又' }, { headers: { 'x-query-code': '' } }),
      add({ text: '又' }, { path: { receipt: 'QH-0000-0000-0000' }, headers: { 'x-query-code': queryCode } }),
      add({ text: '又' }, { path: {} }),
    ]);
    const seen = answers.map(({ status, json: { traceId, ...problem } }) => JSON.stringify([status, problem]));
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]!.json).toMatchObject({ status: 404, type: 'urn:huiyin:problem:no-such-complaint' });
    expect(vault.all()).toHaveLength(1);
  });

  it.each([
    ['nothing at all', {}, '/text'],
    [
      "a key to somebody else's evidence",
      { text: '又', attachments: [{ name: 'a', mediaType: 'a/b', key: 'mail/1' }] },
      '/attachments/0/key',
    ],
  ])('refuses %s and says where', async (_, form, pointer) => {
    const { vault, add } = await office();
    const { status, json: problem } = await add(form);
    expect([status, problem.errors[0].pointer]).toEqual([400, pointer]);
    expect(vault.all()).toHaveLength(1);
  });
});
