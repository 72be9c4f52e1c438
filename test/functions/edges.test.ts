import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHandler as acceptSupplement } from '../../functions/accept-supplement/handler.ts';
import { createHandler as acceptComplaint } from '../../functions/accept-web-complaint/handler.ts';
import { createHandler as acceptForm } from '../../functions/accept-web-form/handler.ts';
import { createHandler as showProgress } from '../../functions/show-progress/handler.ts';
import { intake, type Request, send } from '../support/intake.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { policies } from '../support/rules.ts';

const json = { 'content-type': 'application/json' };
const post = (world: ReturnType<typeof intake>, form: unknown, request: Partial<Request> = {}) =>
  send(acceptComplaint(world), { ...request, body: JSON.stringify(form), headers: { ...json, ...request.headers } });
const FORM = { identity: 'anonymous', key: 'key-00000000000000000001' };

describe('a form with more in it than the vault keeps of one complaint', () => {
  const ideographs = Array.from(randomBytes(20_000), (n) => String.fromCharCode(0x4e00 + n * 80)).join('');
  const formWith = (junk: number) =>
    Buffer.concat([Buffer.from(`text=${ideographs}&identity=anonymous&junk=`), randomBytes(junk)]);

  it.each([100_000, 150_000, 180_000, 200_000, 220_000, 239_000])(
    'is taken or refused as too long, and never a fault of ours: %i bytes that cannot be packed',
    async (junk) => {
      const { status } = await send(acceptForm(pagesWorld()), { ...formOf({}), body: formWith(junk) });
      expect(status).toBe(junk <= 220_000 ? 200 : 413);
    },
  );

  it.each([
    ['20 000 Chinese characters', '臭'.repeat(20_000)],
    ['20 000 characters of four bytes', '𠮷'.repeat(10_000)],
    ['20 000 random ideographs', ideographs],
  ])('is taken with %s', async (_, text) => {
    expect((await send(acceptForm(pagesWorld()), formOf({ ...FORM, text }))).status).toBe(200);
  });
});

describe('a text of the very length that the page allows', () => {
  const lines = (howMany: number, characters: number) => {
    const each = '臭'.repeat(Math.floor((characters - howMany + 1) / howMany));
    const text = Array(howMany).fill(each).join('\r\n');
    return text + '味'.repeat(characters - text.replaceAll('\r\n', '\n').length);
  };

  it.each([
    [1, 20_000, 200],
    [2, 20_000, 200],
    [1_000, 19_999, 200],
    [1_000, 20_000, 200],
    [5_000, 20_000, 200],
    [1_000, 20_001, 422],
  ])('is taken as a browser counts it: %i lines, %i characters', async (howMany, characters, expected) => {
    const form = { ...FORM, text: lines(howMany, characters) };
    expect((await send(acceptForm(pagesWorld()), formOf(form))).status).toBe(expected);
  });

  it('is counted alike in JSON', async () => {
    expect((await post(intake(), { text: lines(1_000, 20_000) })).status).toBe(202);
  });
});

describe('a name in a path that is longer than any of ours', () => {
  const proof = { ...intake(), complaints: intake().vault, policies, equalInConstantTime: () => false };
  const cases = { load: async () => undefined, events: async () => [] };
  const doors = {
    'a query': showProgress({ ...proof, cases }),
    'a supplement': acceptSupplement(proof),
  };
  it.each(Object.entries(doors))('%s finds nothing there', async (_, door) => {
    for (const length of [201, 3_000, 100_000])
      expect(
        await send(door, { path: { receipt: 'x'.repeat(length) }, body: '{"text":"又"}', headers: json }),
      ).toMatchObject({
        status: 404,
      });
  });
});

describe('whoever counts forms from 1, as others do', () => {
  const matter = { text: '夜里有刺鼻气味，请查处。' };
  const by = (key: string, sourceIp: string, agent = 'curl/8') => ({
    sourceIp,
    headers: { 'idempotency-key': key, 'user-agent': agent },
  });

  it.each(['1', '42', 'form-1', 'A-2026-000123', 'x'.repeat(15)])(
    'gets no receipt of somebody else who took the key %s for the same words',
    async (key) => {
      const world = intake();
      const mine = (await post(world, matter, by(key, '203.0.113.7'))).json;
      expect((await post(world, matter, by(key, '198.51.100.9'))).json.receipt).not.toBe(mine.receipt);
      expect((await post(world, matter, by(key, '203.0.113.7', 'okhttp/4'))).json.receipt).not.toBe(mine.receipt);
      expect((await post(world, matter, by(key, '203.0.113.7'))).json).toEqual(mine);
      expect((await post(world, { text: '另一件' }, by(key, '203.0.113.7'))).status).toBe(422);
    },
  );

  it('is known everywhere by a key that is long enough to be nobody else’s', async () => {
    const world = intake();
    const key = '018f3c1a-7d2b-7c3e-9f00-1234567890ab';
    const mine = (await post(world, matter, by(key, '203.0.113.7'))).json;
    expect((await post(world, matter, by(key, '198.51.100.9', 'okhttp/4'))).json).toEqual(mine);
  });
});

describe('what nobody sees in a field', () => {
  it('is kept in none, and what was sent stays as it was', async () => {
    const world = intake();
    const form = {
      text: '夜里\u0000有\u202e刺鼻\u202c气味',
      address: '城东\u2066工业区\u2069\r\n1号',
      target: '\u0000印刷厂\u200f',
      occurredAt: '昨晚\u0007',
      contact: { name: '\u202e李测试', phone: '139\u202d0000\u202c0000' },
      attachments: [{ name: '现场\r\n\u202egpj.exe', mediaType: 'image/jpeg', key: 'uploads/a' }],
    };
    expect((await post(world, form)).status).toBe(202);
    const { original, ...kept } = world.vault.all()[0]!;
    expect(kept).toMatchObject({
      text: '夜里有刺鼻气味',
      address: '城东工业区 1号',
      target: '印刷厂',
      occurredAt: '昨晚',
      contact: { name: '李测试', phone: '13900000000' },
      attachments: [{ name: '现场 gpj.exe' }],
    });
    expect(JSON.stringify(kept)).not.toMatch(/\\u|\\r|\u202e/);
    expect(JSON.parse(Buffer.from((original as { base64: string }).base64, 'base64').toString())).toEqual(form);
  });

  it.each(['\u0000\u0000', '\u200b \u200b', '\u202e\u202c', '\ufeff', '\ufdd0'])('is no text: %j', async (text) => {
    expect((await post(intake(), { text })).status).toBe(400);
    expect((await send(acceptForm(pagesWorld()), formOf({ ...FORM, text }))).status).toBe(422);
  });

  it('is out of the fields of the page as well', async () => {
    const world = pagesWorld();
    await send(acceptForm(world), formOf({ ...FORM, text: '臭\u0000', address: '城东\r\n1号', target: '\u202e厂' }));
    expect(world.vault.all()).toMatchObject([{ text: '臭', address: '城东 1号', target: '厂' }]);
  });
});
