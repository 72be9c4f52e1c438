import { describe, expect, it } from 'vitest';
import { MOST_LISTS } from '../../../domain/desk/saved-lists.ts';
import { county } from '../../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from '../../support/desk.ts';

/** The list of the county's head, and what becomes of a form on it. */
async function listsAt() {
  const desk = await county();
  const { pages, cookies, at } = desk;
  const open = async (route: string, query: Record<string, string> = {}, whose = cookies) =>
    (await ask(pages, `GET ${route}`, { query, cookies: whose, at })).text;
  const send = async (shown: string, fields: Record<string, string>) => {
    const form = { ...hiddenOf(shown, '/desk/lists'), ...fields };
    return await ask(pages, 'POST /desk/lists', { cookies, at, form });
  };
  const save = async (name: string, query: Record<string, string> = { tab: 'overdue' }) =>
    await send(await open('/desk', query), { name, do: 'save' });
  return { ...desk, open, send, save };
}

const savedIn = (page: string) => /<nav aria-label="常用列表".*?<\/nav>/s.exec(page)?.[0] ?? '';

describe('a list that somebody comes back to', () => {
  it('is saved under a name with its tab and filters, and is a click away from then on', async () => {
    const { save, open } = await listsAt();
    const saved = await save('超期的噪声', { tab: 'overdue', type: '噪声' });
    expect(saved).toMatchObject({
      status: 303,
      location: `/desk?scope=organ&tab=overdue&type=${encodeURIComponent('噪声')}`,
    });
    const page = await open('/desk');
    expect(savedIn(page)).toContain(`href="/desk?scope=organ&amp;tab=overdue&amp;type=${encodeURIComponent('噪声')}"`);
    expect(savedIn(page)).not.toContain('aria-current');
    expect(savedIn(await open('/desk', { tab: 'overdue', type: '噪声' }))).toContain('aria-current="page">超期的噪声');
  });

  it('is nobody else’s', async () => {
    const { save, open, deps } = await listsAt();
    await save('我的');
    const other = await logIn(deps, asStaff({ sub: 'county-other', role: 'head' }));
    expect(savedIn(await open('/desk', {}, other))).toBe('');
  });

  it('saved again under its name is the new one', async () => {
    const { save, open } = await listsAt();
    await save('常看', { tab: 'overdue' });
    await save('常看', { tab: 'today' });
    expect(savedIn(await open('/desk')).match(/常看/g)).toHaveLength(1);
    expect(savedIn(await open('/desk'))).toContain('tab=today');
  });

  it('is renamed and deleted where all of them stand', async () => {
    const { save, open, send } = await listsAt();
    await save('甲');
    expect((await send(await open('/desk/lists'), { name: '乙', do: 'rename' })).location).toBe('/desk/lists');
    expect(savedIn(await open('/desk'))).toMatch(/>乙<.*>管理</s);
    await send(await open('/desk/lists'), { do: 'delete' });
    expect(savedIn(await open('/desk'))).toBe('');
    expect(await open('/desk/lists')).toContain('还没有常用列表');
  });

  it('is not saved without a name, under another’s name, or beyond ten, and the page says why', async () => {
    const { save, open, send } = await listsAt();
    expect((await save('')).text).toContain('请写一个名字');
    for (let n = 1; n <= MOST_LISTS; n += 1) await save(`列表${n}`);
    const full = await save('再一个');
    expect([full.status, full.text]).toEqual([422, expect.stringContaining('已经存了10个')]);
    const taken = await send(await open('/desk/lists'), { name: '列表2', do: 'rename' });
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('已经有叫“列表2”的列表')]);
  });

  it('leads nowhere but to the desk’s list, whatever a form says', async () => {
    const { open, send } = await listsAt();
    const { location } = await send(await open('/desk'), {
      name: '坏',
      do: 'save',
      list: '//evil.example?next=x&tab=all',
    });
    expect(location).toBe('/desk?tab=all');
  });

  it('changed in two windows at once is changed in one', async () => {
    const { deps } = await listsAt();
    const { savedLists } = deps;
    expect(await savedLists.put('u', [{ name: '甲', list: '' }], 0)).toBe(true);
    expect(await savedLists.put('u', [], 0)).toBe(false);
  });
});
