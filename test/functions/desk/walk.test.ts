import { describe, expect, it } from 'vitest';
import { county } from '../../support/county-desk.ts';
import { ask } from '../../support/desk.ts';

/** The head of the county goes through the open cases of the county: three, the soonest deadline first. */
async function walking() {
  const desk = await county();
  const { world, pages, cookies, at, receipt } = desk;
  const second = await world.complain('2026-06-01 11:00', { sourceId: 'form-2', text: '河边有人倒垃圾。' });
  const third = await world.complain('2026-06-01 12:00', { sourceId: 'form-3', text: '饭店油烟。' });
  const walk = async (query: Record<string, string>) => {
    const { status, location = '' } = await ask(pages, 'GET /desk/next', { query, cookies, at });
    expect(status).toBe(303);
    return new URL(String(location), 'https://huiyin.example');
  };
  return { ...desk, walk, ids: [receipt, second.receipt, third.receipt] as const };
}

const LIST = { scope: 'organ', tab: 'open' };

describe('a list that is gone through case by case', () => {
  it('has on each case the ways to the one before and the one after, the list still behind it', async () => {
    const { pages, ids, cookies, at, walk } = await walking();
    const query = { ...LIST, next: ids[2] };
    const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: ids[1] }, query, cookies, at });
    const links = [...text.matchAll(/rel="(prev|next)" href="\/desk\/next\?([^"]+)"/g)];
    expect(links.map(([, rel]) => rel)).toEqual(['prev', 'next']);
    const [before, after] = await Promise.all(
      links.map(([, , address]) => walk(Object.fromEntries(new URLSearchParams(address!.replaceAll('&amp;', '&'))))),
    );
    expect(before!.pathname).toBe(`/desk/cases/${ids[0]}`);
    expect(after!.pathname).toBe(`/desk/cases/${ids[2]}`);
    expect(Object.fromEntries(before!.searchParams)).toEqual({ ...LIST, next: ids[1] });
  });

  it('ends with the list, before the first and after the last', async () => {
    const { ids, walk } = await walking();
    expect((await walk({ ...LIST, from: ids[0], to: 'before' })).pathname).toBe('/desk');
    expect((await walk({ ...LIST, from: ids[2], to: 'after' })).pathname).toBe('/desk');
  });

  it('goes on after a case that has left the list meanwhile', async () => {
    const { ids, walk } = await walking();
    const on = await walk({ ...LIST, from: 'QH-260601-GONE-GONE', next: ids[1], to: 'after' });
    expect(on.pathname).toBe(`/desk/cases/${ids[1]}`);
  });

  it('goes on at the next page', async () => {
    const { pages, cookies, at, world, walk } = await walking();
    for (let n = 0; n < 50; n += 1) await world.complain('2026-06-01 13:00', { sourceId: `more-${n}`, text: '噪声。' });
    const { text } = await ask(pages, 'GET /desk', { query: LIST, cookies, at });
    const rows = [...text.matchAll(/name="case-\d+" value="([^".]+)\./g)].map(([, id]) => id!);
    expect(rows).toHaveLength(50);
    const further = await walk({ ...LIST, from: rows.at(-1)!, to: 'after' });
    expect(further.searchParams.get('cursor')).toBeTruthy();
    const open = await walk(Object.fromEntries(further.searchParams));
    expect(rows).not.toContain(open.pathname.split('/').at(-1));
    expect(open.pathname).toMatch(/^\/desk\/cases\/QH-/);
  });

  it('brings nobody back to what they have acted on while going through it', async () => {
    const { ids, walk } = await walking();
    const second = await walk({ ...LIST, next: ids[1], done: `note.${ids[0]}` });
    const third = await walk({ ...Object.fromEntries(second.searchParams), done: `note.${ids[1]}` });
    expect([second.pathname, third.pathname]).toEqual([`/desk/cases/${ids[1]}`, `/desk/cases/${ids[2]}`]);
    const end = await walk({ ...Object.fromEntries(third.searchParams), done: `note.${ids[2]}` });
    expect(end.pathname).toBe('/desk');
    expect(end.searchParams.get('done')).toBe(`note.${ids[2]}`);
  });

  it('has no such ways on a case that was opened by itself', async () => {
    const { pages, ids, cookies, at } = await walking();
    const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: ids[0] }, cookies, at });
    expect(text).not.toContain('上一件');
  });
});
