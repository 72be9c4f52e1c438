import { describe, expect, it } from 'vitest';
import { type county, twoCases } from '../../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from '../../support/desk.ts';

/** The page at which a browser stands that sent a form of many cases. */
async function sent(
  { acts, cookies, at }: Pick<Awaited<ReturnType<typeof county>>, 'acts' | 'cookies' | 'at'>,
  form: Record<string, string>,
) {
  const { location, ...answer } = await ask(acts, 'POST /desk/batch', { form, cookies, at });
  if (answer.status !== 303) return { ...answer, query: {} };
  const { searchParams } = new URL(String(location), 'https://desk.example');
  const query = Object.fromEntries(searchParams);
  return { ...(await ask(acts, 'GET /desk/batch', { query, cookies, at })), query };
}

describe('an act for many cases at the desk', () => {
  async function ticked(act: string, without: readonly string[] = []) {
    const desk = await twoCases();
    const page = await desk.list();
    const boxes = [...page.matchAll(/name="(case-\d+)" value="([^"]+)"/g)].map(([, name, value]) => [name!, value!]);
    const chosen = boxes.filter(([, value]) => !without.some((id) => value!.startsWith(id)));
    const send = (form: Record<string, string>) => sent(desk, form);
    const first = await send({ ...hiddenOf(page, '/desk/batch'), act, ...Object.fromEntries(chosen) });
    return { ...desk, first, send, form: hiddenOf(first.text, '/desk/batch') };
  }

  it('is filled in once, and says what became of each', async () => {
    const { first, send, form, world, receipt, other } = await ticked('accept');
    expect(first.text).toContain('批量受理：2件');
    expect(first.text).toMatch(/将要受理的2件.*施工噪声，[^<]*已登记，待受理 <span class="tag/s);
    await world.order('2026-06-02 09:00', 'county', other, { type: 'accept' });
    const { text } = await send({ ...form, do: 'act' });
    expect(text).toContain('办理了1件');
    expect(text).toContain('您打开列表以后有人办理过');
    expect((await world.cases.load(receipt))!.status).toBe('accepted');
  });

  it('sent twice is done once, with the same answer', async () => {
    const { send, form, world, receipt } = await ticked('accept');
    const once = await send({ ...form, do: 'act' });
    const twice = await send({ ...form, do: 'act' });
    expect(twice.text).toContain('办理了2件');
    expect(once.status).toBe(twice.status);
    expect((await world.cases.events(receipt)).filter(({ type }) => type === 'accepted')).toHaveLength(1);
  });

  it('stands at an address that Back and a page read anew ask for, and that tells nobody else', async () => {
    const { acts, deps, send, form, first, world, receipt, cookies, at } = await ticked('accept');
    expect(first.status).toBe(200);
    const { query, text } = await send({ ...form, do: 'act' });
    const read = (who: string[], asked: Record<string, string> = query) =>
      ask(acts, 'GET /desk/batch', { query: asked, cookies: who, at });
    expect(text).toContain('批量受理');
    expect((await read(cookies)).text).toContain('办理了2件');
    expect((await read(await logIn(deps, asStaff({ sub: 'other' })))).location).toBe('/desk');
    expect((await read(cookies, {})).location).toBe('/desk');
    expect((await world.cases.events(receipt)).filter(({ type }) => type === 'accepted')).toHaveLength(1);
  });

  it('that lacks something names it and keeps the cases', async () => {
    const { send, form } = await ticked('assign');
    const page = await send({ ...form, do: 'act' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('批量交办：2件');
  });

  it('finds the whole page ticked by one link, and by another none of it', async () => {
    const { list } = await twoCases();
    const tickedIn = (page: string) => page.match(/<input type="checkbox"[^>]* checked>/g)?.length ?? 0;
    const linkIn = (page: string) => /data-tick="\w*" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    const page = await list({ type: '噪声' });
    expect(linkIn(page)).toBe(`/desk?scope=organ&tab=open&type=${encodeURIComponent('噪声')}&ticked=all#batch`);
    const all = await list({ ticked: 'all' });
    expect([tickedIn(await list()), tickedIn(all)]).toEqual([0, 2]);
    expect(linkIn(all)).toBe('/desk?scope=organ&tab=open');
  });

  it('says before it is done which of them would be refused, and why', async () => {
    const { send, first, form, world, receipt } = await ticked('accept');
    await world.order('2026-06-02 09:00', 'county', receipt, { type: 'accept' });
    const { do: _, ...again } = { do: '', ...form };
    const { text } = await send(again);
    expect(first.text).not.toContain('不会办理');
    expect(text).toContain('批量受理：1件');
    expect(text).toMatch(new RegExp(`其中1件现在不能受理.*${receipt}.*事项现为“已受理”`, 's'));
  });

  it('that changed nothing of a case says so', async () => {
    const { acts, list, cookies, at } = await ticked('accept');
    const distributed = async () => {
      const page = await list();
      const boxes = [...page.matchAll(/name="(case-\d+)" value="([^"]+)"/g)].map(([, name, value]) => [name!, value!]);
      const send = (form: Record<string, string>) => sent({ acts, cookies, at }, form);
      const first = await send({ ...hiddenOf(page, '/desk/batch'), act: 'distribute', ...Object.fromEntries(boxes) });
      const typed = { 'officer-name': '李和光', 'officer-sub': 'u-1', do: 'act' };
      return (await send({ ...hiddenOf(first.text, '/desk/batch'), ...typed })).text;
    };
    expect(await distributed()).toContain('办理了2件');
    expect(await distributed()).toMatch(/办理了0件.*没有变化，已经是这样了/s);
  });

  it('is offered to whoever may give it, of cases that take it, and to no auditor', async () => {
    const { list, act, deps, at } = await twoCases();
    const offered = (page: string) => [...page.matchAll(/name="act" value="([\w-]+)"/g)].map(([, type]) => type);
    const as = async (role: string) => await list({}, at, await logIn(deps, asStaff({ sub: role, role })));
    expect(offered(await as('handler'))).toEqual(['accept', 'assign', 'hand-over']);
    expect(offered(await as('reviewer'))).toEqual(['hand-over']);
    const audited = await as('auditor');
    expect(offered(audited)).toEqual([]);
    expect(audited).not.toMatch(/checkbox|>选中</);
    await act('accept', {});
    expect(offered(await as('head'))).toContain('send-way');
  });

  it('with nothing ticked does nothing and says so', async () => {
    const { first } = await ticked('accept', ['QH']);
    expect(first.status).toBe(422);
    expect(first.text).toContain('请先在列表里勾选');
  });
});
