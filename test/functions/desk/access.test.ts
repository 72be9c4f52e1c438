import { describe, expect, it } from 'vitest';
import { createDeskHandler } from '../../../functions/show-access/desk.ts';
import { county } from '../../support/county-desk.ts';
import { ask, asStaff, logIn } from '../../support/desk.ts';

/** An auditor of the county, after its head has looked at the case. */
async function auditing(who = { sub: 'county-auditor', role: 'auditor' }) {
  const desk = await county();
  const { deps, pages, receipt, cookies: head, at } = desk;
  await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies: head, at });
  const cookies = await logIn(deps, asStaff(who));
  const handler = createDeskHandler(deps);
  const read = async (query: Record<string, string> = {}) =>
    await ask(handler, 'GET /desk/access', { query, cookies, at: at + 60_000 });
  return { ...desk, read, cookies };
}

describe('the access record at the desk', () => {
  it('tells an auditor who looked at a case, and puts on record that they asked', async () => {
    const { read, receipt, deps } = await auditing();
    const { status, text } = await read({ case: receipt });
    expect(status).toBe(200);
    expect(text).toMatch(/county-head.*查阅事项/s);
    expect(text).not.toMatch(/浇筑|新河路|钱测试/);
    expect(deps.access.all().at(-1)).toMatchObject({ what: 'access-read', caseId: receipt, sub: 'county-auditor' });
  });

  it('tells what a person looked at, within those days', async () => {
    const { read, receipt } = await auditing();
    expect((await read({ sub: 'county-head' })).text).toContain(receipt);
    const earlier = { sub: 'county-head', from: '2026-05-01', until: '2026-05-31' };
    expect((await read(earlier)).text).toContain('没有您有权查阅的记录');
  });

  it('finds what was asked for however it was typed, and tells lists and looks in Chinese', async () => {
    const { read, receipt, pages, deps, cookies, at } = await auditing();
    await ask(pages, 'GET /desk', { query: { tab: 'overdue' }, cookies, at });
    const typed = receipt.toLowerCase().replaceAll('-', '－');
    const { text } = await read({ case: typed, from: '2026年6月1日', until: '2026.6.30' });
    expect(text).toMatch(/county-head.*查阅事项<span class="sub">在工作台</s);
    const { text: own } = await read({ sub: 'county-auditor' });
    expect(own).toContain('本单位主办，已超期');
    expect(deps.access.all().length).toBeGreaterThan(2);
  });

  it('is taken along as a file, which is on record as well', async () => {
    const { read, receipt, deps } = await auditing();
    const page = await read({ case: receipt });
    const [, address = ''] = /href="([^"]*as=csv)"/.exec(page.text)!;
    const query = Object.fromEntries(new URL(address.replaceAll('&amp;', '&'), 'https://huiyin.example').searchParams);
    const { status, headers, text } = await read(query);
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(Buffer.from(text, 'base64').toString()).toContain('county-head');
    expect(deps.access.all().at(-1)).toMatchObject({ what: 'access-read', view: 'csv', caseId: receipt });
  });

  it('reads nothing before it is said of whom, and says what is wrong with a question', async () => {
    const { read, deps } = await auditing();
    const before = deps.access.all().length;
    expect((await read()).status).toBe(200);
    for (const query of [
      { case: 'QH-1', sub: 'u' },
      { sub: 'u', from: '昨天' },
      { sub: 'u', cursor: 'x' },
    ])
      expect((await read(query as Record<string, string>)).status).toBe(422);
    expect(deps.access.all()).toHaveLength(before);
  });

  it('is for auditors alone, and no other page offers it', async () => {
    const head = await auditing({ sub: 'county-head', role: 'head' });
    expect((await head.read({ case: head.receipt })).status).toBe(403);
    const { pages, at } = head;
    expect((await ask(pages, 'GET /desk/help', { cookies: head.cookies, at })).text).not.toContain('/desk/access');
    const auditor = await auditing();
    expect((await auditor.read()).text).toContain('href="/desk/access" aria-current="page"');
  });
});
