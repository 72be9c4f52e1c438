import { describe, expect, it } from 'vitest';
import { createHandler as acceptSupplement } from '../../functions/accept-supplement/handler.ts';
import { createHandler as acceptComplaint } from '../../functions/accept-web-complaint/handler.ts';
import { createHandler as acceptForm } from '../../functions/accept-web-form/handler.ts';
import { createHandler as showProgress } from '../../functions/show-progress/handler.ts';
import { intake, NOW, type Request, send } from '../support/intake.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { policies } from '../support/rules.ts';

const DORMITORY = '203.0.113.7';
const json = { 'content-type': 'application/json' };

function town(perHour: object = {}) {
  const deps = { ...intake(), perHour };
  const proof = {
    ...deps,
    complaints: deps.vault,
    policies,
    equalInConstantTime: (one: string, other: string) => one === other,
  };
  const cases = { load: async () => undefined, events: async () => [] };
  const post = (text: string, request: Partial<Request> = {}) =>
    send(acceptComplaint(deps), { sourceIp: DORMITORY, body: JSON.stringify({ text }), headers: json, ...request });
  const ask = (receipt: string, code: string, request: Partial<Request> = {}) =>
    send(showProgress({ ...proof, cases }), {
      method: 'GET',
      sourceIp: DORMITORY,
      path: { receipt },
      headers: { 'x-query-code': code },
      ...request,
    });
  const add = (receipt: string, code: string, text: string) =>
    send(acceptSupplement(proof), {
      sourceIp: DORMITORY,
      path: { receipt },
      headers: { ...json, 'x-query-code': code },
      body: JSON.stringify({ text }),
    });
  return { vault: deps.vault, post, ask, add };
}

describe('when something explodes, and a whole town writes by one address', () => {
  it('all 2 000 complaints of 200 people are taken, and those that are unusually many are flagged for staff', async () => {
    const { vault, post } = town();
    const posts = Array.from({ length: 2_000 }, (_, n) => post(`化工厂爆炸，第${n % 200}户，第${n}条`));
    const answers = await Promise.all(posts);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(vault.all()).toHaveLength(2_000);
    const flagged = vault.all().filter(({ flags }) => flags.includes('crowded'));
    expect(flagged).toHaveLength(2_000 - 120);
  });

  it('so are those of the page, after hundreds by programs', async () => {
    const { vault, ...rest } = pagesWorld();
    const deps = { ...rest, vault };
    const programs = Array.from({ length: 500 }, (_, n) =>
      send(acceptComplaint(deps), { sourceIp: DORMITORY, headers: json, body: JSON.stringify({ text: `第${n}条` }) }),
    );
    await Promise.all(programs);
    const form = { text: '我家孩子中毒昏迷，救命', identity: 'anonymous', key: 'key-00000000000000000001' };
    const page = await send(acceptForm(deps), formOf(form, { sourceIp: DORMITORY }));
    expect(page.status).toBe(200);
    expect(vault.all().at(-1)).toMatchObject({ text: form.text, flags: ['crowded'] });
  });
});

describe('a flood', () => {
  const perHour = { complaintsPerHour: 3 };
  const flood = (post: ReturnType<typeof town>['post'], times: number, sourceIpOf: (n: number) => string) =>
    Promise.all(Array.from({ length: times }, (_, n) => post(`第${n}条`, { sourceIp: sourceIpOf(n) })));
  const refused = (answers: readonly { status: number | undefined }[]) =>
    answers.filter(({ status }) => status === 429).length;

  it.each([
    ['from one address', 10, () => DORMITORY, 7],
    ['from one /64, each time by another address', 10, (n: number) => `2001:db8:1:2::${n}`, 7],
    ['from one /56, each time by another /64', 30, (n: number) => `2001:db8:1:ab${n + 10}::1`, 18],
    ['from addresses that have nothing to do with each other', 30, (n: number) => `192.0.2.${n}`, 0],
    ['from /56 that have nothing to do with each other', 30, (n: number) => `2001:db8:${n}::1`, 0],
  ])('%s is refused beyond what people can write', async (_, times, sourceIpOf, expected) => {
    const { post } = town(perHour);
    expect(refused(await flood(post, times, sourceIpOf))).toBe(expected);
  });

  it('ends with its hour', async () => {
    const { post } = town(perHour);
    await flood(post, 10, () => DORMITORY);
    expect((await post('下一小时', { at: NOW + 3_600_000 })).status).toBe(202);
  });
});

describe('whoever has proven a receipt', () => {
  it('is heard, though strangers of the same network have sent and guessed all that they may', async () => {
    const { post, ask, add } = town({ complaintsPerHour: 1, queriesPerHour: 2 });
    const { receipt, queryCode } = (await post('夜里有刺鼻气味')).json;
    const guesses = [];
    for (const code of ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC']) guesses.push((await ask(receipt, code)).status);
    expect(guesses).toEqual([404, 404, 429]);
    expect((await post('又一条')).status).toBe(429);

    expect((await ask(receipt, queryCode)).status).toBe(200);
    expect((await add(receipt, queryCode, '孩子在吐')).status).toBe(202);
  });

  it('is not counted with strangers: they may still ask', async () => {
    const { post, ask } = town({ queriesPerHour: 1 });
    const { receipt, queryCode } = (await post('夜里有刺鼻气味')).json;
    for (let n = 0; n < 20; n += 1) await ask(receipt, queryCode);
    expect((await ask(receipt, 'AAAAAAAA')).status).toBe(404);
  });

  it('adds 600 times an hour to one complaint, and to another all the same', async () => {
    const { post, add } = town();
    const [one, other] = [(await post('一')).json, (await post('二')).json];
    const answers = [];
    for (let n = 0; n < 601; n += 1) answers.push((await add(one.receipt, one.queryCode, `补充${n}`)).status);
    expect(answers.indexOf(429)).toBe(600);
    expect((await add(other.receipt, other.queryCode, '补充')).status).toBe(202);
  });

  it('guesses as seldom by supplements as by queries', async () => {
    const { post, add } = town({ queriesPerHour: 1 });
    const { receipt } = (await post('夜里有刺鼻气味')).json;
    expect((await add(receipt, 'AAAAAAAA', '猜')).status).toBe(404);
    expect(await add(receipt, 'BBBBBBBB', '猜')).toMatchObject({ status: 429, headers: { 'retry-after': '3420' } });
  });
});
