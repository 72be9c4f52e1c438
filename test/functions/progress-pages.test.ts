import { describe, expect, it } from 'vitest';
import { createHandler as acceptSupplementForm } from '../../functions/accept-supplement-form/handler.ts';
import { createHandler as showProgressPage } from '../../functions/show-progress-page/handler.ts';
import { send } from '../support/intake.ts';
import { consoleOf } from '../support/messages.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { organs } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

/** As a page gets it when it is shown. */
const KEY = 'key-00000000000000000001';

async function office() {
  const world = newWorld();
  const proof = await world.complain('2026-06-01 10:00');
  const { receipt } = proof;
  await world.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
  const pages = pagesWorld();
  const deps = { ...pages, complaints: world.vault, cases: world.cases, roster: { organs, catchAllOrgan: 'desk' } };
  const ask = (fields: Record<string, string>, limits: object = {}) =>
    send(showProgressPage({ ...deps, ...limits }), formOf(fields));
  const add = (fields: Record<string, string>) => send(acceptSupplementForm(deps), formOf(fields));
  return { pages, receipt, queryCode: proof.queryCode, ask, add };
}

describe('whoever has receipt and query code', () => {
  it('sees how far it is, by when the next word comes, and a form to add to it', async () => {
    const { receipt, queryCode, ask } = await office();
    const { status, text, headers } = await ask({ receipt: receipt.toLowerCase(), queryCode: ` ${queryCode} ` });
    expect(status).toBe(200);
    expect(text).toContain('<strong id="status">已受理</strong>');
    expect(text).toContain('24:00之前，办结并答复您');
    expect(text).toContain('承办单位：county局');
    expect(text).toContain('action="/supplements"');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('adds words, twice the same being one, and may send photos then', async () => {
    const { pages, receipt, queryCode, add } = await office();
    const fields = { receipt, queryCode, key: KEY, text: '昨晚又来了。' };
    for (const _ of [1, 2]) expect((await add(fields)).text).toContain('补充已收到');
    expect(pages.vault.all()).toMatchObject([
      { channel: 'web', text: '昨晚又来了。', follows: { to: receipt, as: 'supplement' }, anonymous: true },
    ]);
    const { original } = pages.vault.all()[0]!;
    expect(Buffer.from((original as { base64: string }).base64, 'base64').toString()).not.toContain(queryCode);
    expect(pages.offered[0]).toMatchObject({ receipt });
  });

  it('adds twice where a page lost its key', async () => {
    const { pages, receipt, queryCode, add } = await office();
    for (const key of ['', 'x']) expect((await add({ receipt, queryCode, key, text: '又' })).status).toBe(200);
    expect(new Set(pages.vault.all().map(({ sourceId }) => sourceId)).size).toBe(2);
  });

  it('may send photos without a word', async () => {
    const { pages, receipt, queryCode, add } = await office();
    const { text } = await add({ receipt, queryCode, key: KEY, text: '', only: 'photo' });
    expect(text).toContain('multipart/form-data');
    expect(pages.vault.all()).toEqual([]);
  });

  it('is asked for words where there are none, and for another look where the key was used for others', async () => {
    const { receipt, queryCode, add } = await office();
    expect(await add({ receipt, queryCode, key: KEY, text: ' ' })).toMatchObject({
      status: 422,
      text: expect.stringContaining('请写下要补充的情况'),
    });
    await add({ receipt, queryCode, key: KEY, text: '一' });
    const printed = await consoleOf(async () => {
      const again = await add({ receipt, queryCode, key: KEY, text: '二' });
      expect([again.status, again.text.includes('>\n二</textarea>')]).toEqual([422, true]);
    });
    expect(printed).toContain('"IdempotencyConflict":1');
  });
});

describe('whoever has not', () => {
  it('reads the same words for a wrong code, a missing code and a receipt that does not exist', async () => {
    const { receipt, ask, add } = await office();
    const unknown = 'QH-0000-0000-0000';
    const pages = await Promise.all([
      ...[ask({ receipt, queryCode: 'ZZZZZZZZ' }), ask({ receipt }), ask({ receipt: unknown, queryCode: 'ZZZZZZZZ' })],
      ...[add({ receipt, queryCode: 'ZZZZZZZZ', text: '一' }), add({ receipt: unknown, text: '一' })],
    ]);
    const seen = pages.map(({ status, text }) => `${status} ${text.replaceAll(receipt, '…').replaceAll(unknown, '…')}`);
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toMatch(/^404 [\s\S]+登记编号或查询码不正确/);
  });

  it('cannot go on guessing', async () => {
    const { receipt, ask } = await office();
    const answers = [];
    for (const code of ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC'])
      answers.push(await ask({ receipt, queryCode: code }, { perHour: { queriesPerHour: 2 } }));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 429]);
    expect(answers[2]!.headers).toHaveProperty('retry-after');
  });
});
