import { describe, expect, it } from 'vitest';
import { readPrivacy } from '../../adapters/config/read-privacy.ts';
import { createHandler } from '../../functions/accept-web-form/handler.ts';
import { createHandler as servePages } from '../../functions/serve-pages/handler.ts';
import { demoConfig } from '../support/demo-config.ts';
import { send } from '../support/intake.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { law } from '../support/rules.ts';

const KEY = 'a1b2c3d4-0000-4000-8000-000000000001';
const filled = {
  key: KEY,
  text: '城东工业区夜里有刺鼻气味。',
  division: '990102',
  address: '城东工业区东门',
  identity: 'named',
  name: '李测试',
  phone: '１３９ 0000 0000',
};

type Fields = Readonly<Record<string, string>>;
const post = (world: ReturnType<typeof pagesWorld>, fields: Fields) => send(createHandler(world), formOf(fields));

describe('a citizen who sends the form', () => {
  it('gets receipt and query code, and the complaint is kept as the JSON of a program would be', async () => {
    const world = pagesWorld();
    const { status, text } = await post(world, {
      ...filled,
      latitude: '31.5',
      longitude: '１２０.２５',
      target: '某厂',
    });
    const [kept] = world.vault.all();
    expect(status).toBe(200);
    expect(text).toContain(kept!.receipt);
    expect(text).toContain(kept!.queryCode);
    expect(text).toContain('2026年12月5日（周六）24:00之前');
    expect(kept).toMatchObject({
      channel: 'web',
      text: filled.text,
      division: '990102',
      target: '某厂',
      anonymous: false,
      location: { latitude: 31.5, longitude: 120.25 },
      contact: { name: '李测试', phone: '139 0000 0000' },
    });
  });

  it('is offered to send a photo to that complaint, to an address that does not tell whose it is', async () => {
    const world = pagesWorld();
    const { text } = await post(world, filled);
    const [rule] = world.offered;
    expect(rule).toMatchObject({
      receipt: world.vault.all()[0]!.receipt,
      until: '2026-11-20T15:03:00.000Z',
      key: expect.stringMatching(/^uploads\/[\w-]{22}$/),
    });
    expect(text).toContain('action="https://inbox.example/" enctype="multipart/form-data"');
    expect(`${rule?.key} ${rule?.returnTo}`).not.toContain(rule!.receipt!);
  });

  it('gets the same receipt when a finger is heavy, or the page is loaded again', async () => {
    const world = pagesWorld();
    const answers = await Promise.all([filled, filled, filled].map((fields) => post(world, fields)));
    expect(world.vault.all()).toHaveLength(1);
    for (const { text } of answers) expect(text).toContain(world.vault.all()[0]!.queryCode);
  });

  it('is asked once more, with a new key, when the form comes back with other words', async () => {
    const world = pagesWorld();
    await post(world, filled);
    const { status, text } = await post(world, { ...filled, text: '另一件事。' });
    expect([status, world.vault.all().length]).toEqual([422, 1]);
    expect(text).toContain('另一件事。');
    expect(text).not.toContain(`value="${KEY}"`);
  });

  it('who wants to stay unknown stays unknown, in what was sent as well', async () => {
    const world = pagesWorld();
    await post(world, { ...filled, identity: 'anonymous', email: 'li@example.com' });
    const [kept] = world.vault.all();
    const original = Buffer.from((kept!.original as { base64: string }).base64, 'base64').toString();
    expect(kept).toMatchObject({ anonymous: true, contact: undefined });
    expect(decodeURIComponent(original)).toContain('刺鼻气味');
    expect(decodeURIComponent(original)).not.toMatch(/李测试|example\.com|0000 0000|１３９/);
  });

  it('is read whatever charset an old browser sends', async () => {
    const world = pagesWorld();
    const gbk = 'text=%D4%CB%B3%B5%D2%B9%BC%E4%D4%EB%D2%F4&identity=anonymous';
    await send(createHandler(world), { ...formOf({}), body: Buffer.from(gbk) });
    expect(world.vault.all()).toMatchObject([{ text: '运车夜间噪音', flags: [] }]);
  });

  it('whose bytes no charset explains is taken all the same, and flagged', async () => {
    const world = pagesWorld();
    await send(createHandler(world), { ...formOf({}), body: Buffer.from('text=%FF%FF%A0x&identity=anonymous') });
    expect(world.vault.all()).toMatchObject([{ flags: ['undecodable'] }]);
  });
});

describe('a citizen who forgot something', () => {
  it.each([
    ['no words', { text: ' ' }, 'text', '请写明发生了什么'],
    ['too many words', { text: '臭'.repeat(20_001) }, 'text', '最多20000个字'],
    ['nothing but marks that nobody sees', { text: '\u200b\u0000' }, 'text', '请写明发生了什么'],
    ['no way to be told', { phone: '' }, 'phone', '请填写电话或电子邮箱，或者选择“匿名”'],
  ])('sends %s: is told so at the field, and nothing typed is lost', async (_, changes, field, detail) => {
    const world = pagesWorld();
    const { status, text } = await post(world, { ...filled, target: '<script>alert(1)</script>', ...changes });
    expect([status, world.vault.all().length]).toEqual([422, 0]);
    expect(text).toMatch(new RegExp(`id="${field}-error">[^<]*${detail}`));
    expect(text).toContain(`href="#${field}"`);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>alert');
  });

  it('finds the place chosen and the answer to "who are you" as they were', async () => {
    const { text } = await post(pagesWorld(), { ...filled, text: '', identity: 'anonymous' });
    expect(text).toContain('<option value="990102" selected>临禾区</option>');
    expect(text).toMatch(/value="anonymous" aria-describedby="[^"]+" checked/);
  });

  it('keeps the key of the form, so that the mended one is still one complaint', async () => {
    const { text } = await post(pagesWorld(), { ...filled, text: '' });
    expect(text).toContain(`name="key" value="${KEY}"`);
  });
});

describe('a program that fills in whatever it finds', () => {
  it('is shown the form again, and whoever is no program presses the button once more', async () => {
    const world = pagesWorld();
    const { status, text } = await post(world, { ...filled, subject_line: 'cheap pills' });
    expect([status, world.vault.all().length]).toEqual([422, 0]);
    expect(text).toContain('请再点一次');
    expect(text).toContain('城东工业区夜里有刺鼻气味');
    expect(text).not.toContain('cheap pills');
  });

  it.each([
    ['no form', { headers: { 'content-type': 'text/plain' } }, 415],
    ['a form longer than people type', { body: `text=${'a'.repeat(310 * 1024)}` }, 413],
  ])('sends %s: is told so on a page', async (_, request, status) => {
    const answer = await send(createHandler(pagesWorld()), { ...formOf(filled), ...request });
    expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8']);
  });
});

describe('more forms than a network may send within an hour', () => {
  const perHour = { complaintsPerHour: 2 };
  const numbered = (n: number) => ({ ...filled, key: `${KEY}-${n}`, text: `第${n}件` });

  it('are refused on a page that says so, with the headers that programs read', async () => {
    const world = { ...pagesWorld(), perHour };
    const answers = [];
    for (const n of [1, 2, 3]) answers.push(await post(world, numbered(n)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]!.text).toContain('可能是很多人共用一个网络');
    expect(answers[2]!.headers).toMatchObject({
      'ratelimit-policy': '"web-complaints";q=2;w=3600',
      'retry-after': '3420',
    });
  });

  it('never cost somebody the receipt of a complaint that was taken before', async () => {
    const world = { ...pagesWorld(), perHour };
    for (const n of [1, 2]) await post(world, numbered(n));
    const again = await post(world, numbered(1));
    expect(again.status).toBe(200);
    expect(again.text).toContain(world.vault.all()[0]!.queryCode);
  });

  it('leave the neighbour, the next hour and the next day alone', async () => {
    const world = { ...pagesWorld(), perHour: { complaintsPerHour: 1 } };
    const at = Date.parse('2026-11-20T13:03:00Z');
    const from = (n: number, sourceIp: string, later = 0) =>
      send(createHandler(world), formOf(numbered(n), { sourceIp, at: at + later }));
    const answers = [
      await from(1, '203.0.113.7'),
      await from(2, '203.0.113.7'),
      await from(3, '203.0.113.8'),
      await from(4, '203.0.113.7', 3_600_000),
      await from(5, '2001:db8:1:2:aaaa::1'),
      await from(6, '2001:db8:1:2::2'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 200, 200, 200, 429]);
  });
});

describe('every page', () => {
  const handler = servePages({ ...pagesWorld(), privacy: readPrivacy(demoConfig()), lawOn: () => law });
  const open = (rawPath: string) => send(handler, { method: 'GET', rawPath });

  it('lets nothing run or load but its own, stands in no frame, and tells nobody where it was left', async () => {
    const { headers, text } = await open('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
    expect(text).toMatch(/^<!DOCTYPE html>\s*<html lang="zh-CN">/);
    expect(text).not.toMatch(/ style=| on\w+=|https?:\/\//);
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('with a form is kept by no cache and has a key of its own', async () => {
    const keys: (string | undefined)[] = [];
    for (const _ of [1, 2]) {
      const { headers, text } = await open('/');
      expect(headers['cache-control']).toBe('no-store');
      keys.push(/name="key" value="([^"]+)"/.exec(text)?.[1]);
    }
    expect(new Set(keys).size).toBe(2);
  });

  it('promises no call and no question: nobody who works on a case sees a contact', async () => {
    const { text } = await open('/');
    expect(text).toContain('是否受理、办理结果都会通知您。');
    expect(text).not.toMatch(/电话核实|向您核实|找到您/);
  });

  it('tells the periods of the policy that is in force, and how long things are kept', async () => {
    expect((await open('/')).text).toMatch(/15日内告诉您是否受理[\s\S]+一般在60日内办结/);
    const { text, headers } = await open('/privacy');
    expect(text).toMatch(/证据：365天[\s\S]+运行记录：30天/);
    expect(headers['cache-control']).toBe('public, max-age=3600');
  });

  it('that does not exist says so in Chinese', async () => {
    const { status, type, text } = await open('/admin');
    expect([status, type]).toEqual([404, 'text/html; charset=utf-8']);
    expect(text).toContain('回到投诉页面');
  });
});
