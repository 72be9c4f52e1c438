import { describe, expect, it } from 'vitest';
import {
  askProgress,
  complain,
  echo,
  gbkMail,
  mail,
  receiptOf,
  sendMail,
  sendOrder,
  sendWechat,
} from './support/citizens.ts';
import { readVault } from './support/inside.ts';
import { afterAllIsDone, call, demoProvince, keyOf, untilNextList } from './support/running.ts';

// Thursday, 10 September 2026, 10:00 in Beijing.
const stack = demoProvince('2026-09-10T02:00:00.000Z');

const RIVER = { text: '河道发黑发臭，疑似上游养猪场夜间偷排粪水。', address: '禾阳市临禾区河西街' };

/** What came of it: how many more cases and notices than before. */
async function cameOf(deed: () => Promise<unknown>) {
  const before = await afterAllIsDone(stack());
  await deed();
  const after = await afterAllIsDone(stack());
  return { cases: after.cases - before.cases, sent: after.outbox.slice(before.outbox.length) };
}

describe('a complaint by the web form', () => {
  it('posted 200 times at once under one key is one complaint with one receipt, one case and one set of notices', async () => {
    const { cases, sent } = await cameOf(async () => {
      const posts = Array.from({ length: 200 }, () => complain(stack(), RIVER, { 'idempotency-key': 'form-1' }));
      const answers = await Promise.all(posts);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers[0]!.json).toMatchObject({
        receipt: expect.stringMatching(/^QH(-[0-9A-Z]{4}){3}$/),
        // Fifteen days after the day it came, at midnight in Beijing.
        answerBy: '2026-09-25T16:00:00.000Z',
      });
      await untilNextList(stack());
    });
    expect(cases).toBe(1);
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent.map(keyOf)).size).toBe(sent.length);
  });

  it('gets the first receipt again days later, and a refusal when the key comes with other words', async () => {
    const first = await receiptOf(stack(), RIVER, 'form-2');
    await stack().advanceTo(new Date(Date.parse(stack().now()) + 3 * 86_400_000).toISOString());
    expect(await receiptOf(stack(), RIVER, 'form-2')).toBe(first);
    const other = await complain(stack(), { text: '完全不同的内容。' }, { 'idempotency-key': 'form-2' });
    expect(other).toMatchObject({ status: 422, type: expect.stringMatching(/^application\/problem\+json/) });
  });

  it.each([
    ['empty text', { text: '  ' }, {}, 400],
    ['broken JSON', '{"text":', { 'content-type': 'application/json' }, 400],
    ['another media type', 'text=1', { 'content-type': 'text/plain' }, 415],
    ['2 MB', { text: '臭'.repeat(700_000) }, {}, 413],
    ['text that is no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), { 'content-type': 'application/json' }, 400],
  ])('with %s is refused with a problem in Chinese', async (_, form, headers, status) => {
    const answer = await complain(stack(), form, headers as Record<string, string>);
    expect(answer).toMatchObject({ status, type: expect.stringMatching(/^application\/problem\+json/) });
    expect(answer.json).toMatchObject({ title: expect.stringMatching(/[\u4e00-\u9fff]/), traceId: expect.any(String) });
  });

  it('names each wrong field by a pointer, in Chinese', async () => {
    const { status, json } = await complain(stack(), { text: '', attachments: [{ name: '' }] });
    expect(status).toBe(400);
    expect(json.errors).toContainEqual({
      pointer: '/attachments/0/name',
      detail: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
  });

  it('takes a complaint with a side remark that cannot be used, and says so', async () => {
    const { status, json } = await complain(stack(), { text: '扰民', division: '99', contact: { phone: '不告诉你' } });
    expect(status).toBe(202);
    expect(json.notes).toEqual([
      { pointer: '/division', detail: expect.stringMatching(/[\u4e00-\u9fff]/) },
      { pointer: '/contact/phone', detail: expect.stringMatching(/[\u4e00-\u9fff]/) },
    ]);
  });
});

describe('the progress of a complaint', () => {
  it('is shown to whoever has the query code, and to nobody else, without a word about the person', async () => {
    const contact = { name: '欧阳测试', phone: '13911112222', email: 'ouyang@mail.example' };
    const { json } = await complain(stack(), { ...RIVER, contact });
    await stack().drain();
    const right = await askProgress(stack(), json.receipt, json.queryCode);
    expect(right.json).toMatchObject({ receipt: json.receipt, status: 'registered', statusText: '已登记，待受理' });
    expect(right.json.timeline.map(({ text }: { text: string }) => text)).toEqual([
      '已收到您的投诉',
      '已登记，转有关单位',
    ]);
    expect(right.text).not.toMatch(/欧阳|13911112222|ouyang|养猪场/);

    const typed = json.receipt.toLowerCase().replaceAll('-', '');
    expect((await askProgress(stack(), typed, json.queryCode.toLowerCase())).status).toBe(200);
    const wrong = await askProgress(stack(), json.receipt, 'XXXXXX');
    const unknown = await askProgress(stack(), 'QH-0000-0000-0000', json.queryCode);
    expect(wrong.status).toBe(404);
    expect({ ...unknown.json, traceId: '' }).toEqual({ ...wrong.json, traceId: '' });
  });
});

describe('a WeChat message', () => {
  it('that WeChat sends three times is one case', async () => {
    const message = { id: '24567890123456789', text: '举报：禾阳市穗安区滨江路工地凌晨两点还在浇筑混凝土，噪声扰民。' };
    const { cases, sent } = await cameOf(async () => {
      for (const said of [message, { id: '24567890123456790', text: '完成' }])
        for (let time = 0; time < 3; time += 1) expect((await sendWechat(stack(), said)).status).toBe(200);
    });
    expect(cases).toBe(1);
    expect(new Set(sent.map(keyOf)).size).toBe(sent.length);
  });

  it('sealed or signed by somebody else is refused and leaves nothing behind', async () => {
    const forger = { ...stack().credentials.wechat, token: 'somebody-else' };
    const otherAccount = { ...stack().credentials.wechat, appId: 'wx0000000000000000' };
    const { complaints: before } = await afterAllIsDone(stack());
    for (const keys of [forger, otherAccount]) {
      const answer = await sendWechat(stack(), { id: '1', text: '伪造' }, keys);
      expect([401, 403]).toContain(answer.status);
    }
    expect((await afterAllIsDone(stack())).complaints).toBe(before);
  });

  it('is preceded by an echo that proves the address, to WeChat only', async () => {
    expect(await echo(stack(), '4242')).toMatchObject({ status: 200, text: '4242' });
    expect((await echo(stack(), '4242', 'wrong-token')).text).not.toContain('4242');
  });
});

describe('a mail', () => {
  it('in GBK is read as it was written', async () => {
    const body = '我住在澜川市石渡区，隔壁喆喆石材厂切割石材粉尘很大，请查处。';
    const { cases } = await cameOf(() => sendMail(stack(), gbkMail({ id: 'gbk-1', subject: '粉尘污染举报', body })));
    expect(cases).toBe(1);
    const texts = (await readVault(stack())).filter(({ channel }) => channel === 'email').map(({ text }) => text);
    expect(texts).toContain(`粉尘污染举报\n\n${body}`);
  });

  it('sent twice, and again after three days, is one case with one set of notices', async () => {
    const letter = mail({ id: 'twice-1', subject: '油烟扰民', body: '望海市望潮区海鲜大排档油烟直排，每天到凌晨。' });
    const { cases, sent } = await cameOf(async () => {
      await sendMail(stack(), letter);
      await sendMail(stack(), letter);
      await stack().drain();
    });
    expect(cases).toBe(1);
    expect(new Set(sent.map(keyOf)).size).toBe(sent.length);
    await stack().advanceTo(new Date(Date.parse(stack().now()) + 3 * 86_400_000).toISOString());
    expect(await cameOf(() => sendMail(stack(), letter))).toMatchObject({ cases: 0, sent: [] });
  });

  it('that nobody can read still becomes a case, for a person to look at', async () => {
    const { cases } = await cameOf(() =>
      sendMail(stack(), Buffer.from([0, 255, 254, 13, 10, 13, 10, 1, 2, 3, 13, 10])),
    );
    expect(cases).toBe(1);
  });
});

describe('an order of a partner', () => {
  const order = {
    externalId: 'E-1',
    text: '市民来电反映餐馆油烟直排，影响楼上居民。',
    address: '松崖市松涧区人民路120号',
  };

  it('sent again gets the same receipt and changes nothing', async () => {
    const first = await sendOrder(stack(), 'hotline-12345', order);
    expect(first.status).toBe(202);
    const { cases, sent } = await cameOf(async () => {
      expect((await sendOrder(stack(), 'hotline-12345', order)).json).toEqual(first.json);
      expect((await sendOrder(stack(), 'hotline-12345', order, { id: 'msg_2' })).json).toEqual(first.json);
    });
    expect({ cases, sent }).toEqual({ cases: 0, sent: [] });
  });

  it('is refused when its signature is wrong, its time is an hour off, or the partner is not ours', async () => {
    const { complaints: before } = await afterAllIsDone(stack());
    const late = { ...order, externalId: 'E-2' };
    const wrong = `whsec_${Buffer.from('not the secret of any partner').toString('base64')}`;
    for (const options of [{ secret: wrong }, { shift: -3600 }, { shift: 3600 }]) {
      const answer = await sendOrder(stack(), 'hotline-12345', late, options);
      expect(answer).toMatchObject({ status: 401, json: { title: '签名无效或已过期' } });
    }
    const { secret } = stack().credentials.partners['hotline-12345']!;
    expect((await sendOrder(stack(), 'constructor', late, { secret })).status).toBe(401);
    expect((await afterAllIsDone(stack())).complaints).toBe(before);
  });
});

describe('the province', () => {
  it('describes its API and says that it is well', async () => {
    expect((await call(stack(), 'GET', '/v1/health')).status).toBe(200);
    const { json } = await call(stack(), 'GET', '/openapi.json');
    expect(json.openapi).toMatch(/^3\.1/);
    expect(json.paths['/v1/complaints'].post).toBeDefined();
  });

  it('makes no dead letter of anything that people or partners send', async () => {
    expect((await afterAllIsDone(stack())).deadLetters).toBe(0);
  });
});
