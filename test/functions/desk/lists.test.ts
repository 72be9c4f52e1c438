import { describe, expect, it } from 'vitest';
import { twoCases } from '../../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from '../../support/desk.ts';

const WEEK = 7 * 86_400_000;

const rowsIn = (page: string) => [...page.matchAll(/<a class="go" href="\/desk\/cases\/([\w-]+)/g)].map(([, id]) => id);
const tabIn = (page: string, name: string) =>
  new RegExp(`>${name}(?: <span class="count">(\\d+\\+?))?`).exec(page)?.[1];

describe('the list at the desk', () => {
  it('counts what is overdue, due today, soon, waiting for others and asked for again', async () => {
    const { list, at } = await twoCases();
    const early = await list();
    expect(['已超期', '今日到期', '3日内', '等待他人', '申请重办', '在办'].map((tab) => tabIn(early, tab))).toEqual([
      ...['0', '0', '0', '0', '0', '2'],
    ]);
    const late = await list({ tab: 'overdue' }, at + 3 * WEEK);
    expect(tabIn(late, '已超期')).toBe('2');
    expect(rowsIn(late)).toHaveLength(2);
    expect(await list({ tab: 'overdue' })).toContain('没有超期的事项');
  });

  it('offers each role the lists that it may ask for, and no others', async () => {
    const { list, deps, at } = await twoCases();
    const scopes = (page: string) => [...page.matchAll(/href="\/desk\?scope=(\w+)"/g)].map(([, scope]) => scope);
    expect(scopes(await list())).toEqual(['mine', 'organ', 'assisting', 'review']);
    const city = await logIn(deps, asStaff({ sub: 'city-head', role: 'head', organ: 'city' }));
    const page = await list({ scope: 'below' }, at, city);
    expect(scopes(page)).toContain('below');
    expect(rowsIn(page)).toHaveLength(2);
  });

  it('is none for whoever keeps the machines: the desk opens for them with the people', async () => {
    const { pages, deps, at } = await twoCases();
    const cookies = await logIn(deps, asStaff({ sub: 'o', role: 'ops', organ: 'province' }));
    expect(await ask(pages, 'GET /desk', { cookies, at })).toMatchObject({ status: 303, location: '/desk/roster' });
    expect((await ask(pages, 'GET /desk/help', { cookies, at })).text).not.toContain('>工作台</a></li>');
  });

  it('finds a case by its receipt, typed in any way, and says so of what cannot be one', async () => {
    const { list, receipt } = await twoCases();
    const typed = receipt.toLowerCase().replaceAll('-', ' ');
    expect(rowsIn(await list({ by: 'receipt', q: typed, tab: 'all' }))).toEqual([receipt]);
    const page = await list({ by: 'receipt', q: '养猪场' });
    expect(page).toContain('有一个查找条件看不懂');
    expect(page).toContain('value="养猪场"');
    expect(rowsIn(page)).toHaveLength(2);
    expect(page).toContain('href="/desk/cases/export?scope=organ&amp;tab=open&amp;format=csv"');
  });

  it.each([
    ['receipt', (id: string) => id.slice(-4)],
    ['receipt', (id: string) => ` ${id.slice(3, 12).toLowerCase().replaceAll('-', '－')}`],
    ['place', () => '禾阳 东川'],
    ['place', () => '东川　禾阳'],
  ])('finds a case by what people remember of its %s', async (by, part) => {
    const { list, receipt } = await twoCases();
    expect(rowsIn(await list({ by, q: part(receipt), tab: 'all' }))).toContain(receipt);
    expect(rowsIn(await list({ by, q: '9Z9Z9Z', tab: 'all' }))).toEqual([]);
  });

  it('says of whom one can search as accused where a plant was typed', async () => {
    const { list } = await twoCases();
    expect(await list({ by: 'accused', q: '鸿达化工厂', tab: 'all' })).toContain('不是企业、工地');
    expect(await list({ by: 'place', q: '鸿达', tab: 'all' })).not.toContain('不是企业、工地');
  });

  it('marks what waits for a signature, for more time, and for what was ordered from above', async () => {
    const { list, act, world, receipt } = await twoCases();
    await act('accept', {});
    await act('request-extension', { reason: '监测报告下周才能出具。' });
    const answer = { facts: '夜间施工未取得证明。', opinion: '已责令停止夜间施工。' };
    expect((await act('propose-closing', answer)).status).toBe(303);
    const order = { type: 'supervise', kind: 'listed', demands: '限期查清。', until: '2026-07-01' } as const;
    await world.order('2026-06-02 10:00', 'city/head', receipt, order);
    const page = await list();
    for (const mark of ['待签发', '申请延期', '挂牌督办']) expect(page).toContain(`>${mark}</span>`);
  });

  it('narrowed to one officer holds what they answer for, and says so', async () => {
    const { list, world, receipt } = await twoCases();
    await world.order('2026-06-02 08:30', 'county', receipt, {
      ...{ type: 'distribute', officer: { sub: 'county-lin', name: '林同事' } },
    });
    const page = await list({ officer: 'county-lin' });
    expect(rowsIn(page)).toEqual([receipt]);
    expect(page).toContain('只列林同事名下的事项');
    expect(rowsIn(await list({ officer: 'nobody' }))).toEqual([]);
  });

  it('narrowed to what nobody has says so, and keeps the choice in every tab', async () => {
    const { list } = await twoCases();
    const page = await list({ type: '辐射' });
    expect(page).toContain('没有符合查找条件的事项');
    expect(page).toContain('<option value="辐射" selected>');
    expect(page).toContain(`/desk?scope=organ&amp;tab=overdue&amp;type=${encodeURIComponent('辐射')}`);
  });

  it('marks what one has not seen yet, until it was opened', async () => {
    const { list, pages, receipt, cookies, at } = await twoCases();
    expect((await list()).match(/>新</g)).toHaveLength(2);
    await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at });
    expect((await list()).match(/>新</g)).toHaveLength(1);
    expect(rowsIn(await list({ tab: 'unread' }))).not.toContain(receipt);
  });

  it('is gone on with after an act: the same tab, the same choice, the next case, which tells what this session did', async () => {
    const { acts, list, pages, cookies, at, receipt, other } = await twoCases();
    const page = await list({ tab: 'open', mark: 'repeat' });
    expect(page).toContain('没有符合查找条件');
    const query = { scope: 'organ', tab: 'open', next: other };
    const route = '/desk/cases/{id}/acts/{act}';
    const path = { id: receipt, act: 'accept' };
    const { text } = await ask(acts, `GET ${route}`, { path, query, cookies, at });
    const form = { ...hiddenOf(text, `/desk/cases/${receipt}/acts/accept`), do: 'act' };
    const done = await ask(acts, `POST ${route}`, { path, form, cookies, at });
    const next = new URL(done.location!, 'https://desk.example');
    expect(next.pathname).toBe('/desk/next');
    const led = await ask(pages, 'GET /desk/next', { query: Object.fromEntries(next.searchParams), cookies, at });
    const to = new URL(String(led.location), 'https://desk.example');
    const { acted, ...told } = Object.fromEntries(to.searchParams);
    expect(to.pathname).toBe(`/desk/cases/${other}`);
    expect(told).toEqual({ scope: 'organ', tab: 'open', done: expect.stringMatching(`^accept.${receipt}.`) });
    const opened = (done: string) =>
      ask(pages, 'GET /desk/cases/{id}', { path: { id: other }, query: { done }, cookies, at });
    expect((await opened(told.done!)).text).toContain('已办理：受理');
    for (const forged of [`accept.${receipt}`, told.done!.replace('accept', 'decline')])
      expect((await opened(forged)).text).not.toContain('已办理');
  });
});
