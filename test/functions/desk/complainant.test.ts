import { describe, expect, it } from 'vitest';
import { createDeskHandler } from '../../../functions/reveal-complainant/desk.ts';
import { county } from '../../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from '../../support/desk.ts';
import { consoleOf } from '../../support/messages.ts';

const ROUTE = '/desk/cases/{id}/complainant';
const PERSONAL = /钱测试|13911112222|qian@/;

/** The handler of the county, who must reach the complainant of its case. */
async function reaching(role = 'handler') {
  const desk = await county();
  const { deps, receipt, at } = desk;
  const handler = createDeskHandler(deps);
  const cookies = await logIn(deps, asStaff({ sub: `county-${role}`, role }));
  const path = { id: receipt };
  const open = async () => await ask(handler, `GET ${ROUTE}`, { path, cookies, at });
  const send = async (fields: Record<string, string>) => {
    const form = { ...hiddenOf((await open()).text, `/desk/cases/${receipt}/complainant`), ...fields };
    return await ask(handler, `POST ${ROUTE}`, { path, cookies, at, form });
  };
  const looks = async () => (await desk.world.cases.events(receipt)).filter(({ type }) => type === 'contact-revealed');
  return { ...desk, open, send, looks, cookies };
}

describe('who complained, at the desk', () => {
  it('is shown once the reason is on record, for five minutes, and the browser then leaves', async () => {
    const { open, send, looks, receipt } = await reaching();
    expect((await open()).text).not.toMatch(PERSONAL);
    const page = await send({ reason: 'site-visit' });
    expect(page.status).toBe(200);
    for (const fact of ['钱测试', 'tel:13911112222', 'qian@citizen.example', '约定现场核查'])
      expect(page.text).toContain(fact);
    expect(page.headers).toMatchObject({ refresh: `300; url=/desk/cases/${receipt}`, 'cache-control': 'no-store' });
    expect(await looks()).toMatchObject([{ reason: 'site-visit', actor: { sub: 'county-handler' } }]);
  });

  it('is not shown without a reason, and nothing is read', async () => {
    const { send, looks } = await reaching();
    const page = await send({ reason: 'curious' });
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('请选择事由')]);
    expect(page.text).not.toMatch(PERSONAL);
    expect(await looks()).toEqual([]);
  });

  it('is shown to no role that has no need to reach them, and the page says so', async () => {
    const { open, send, looks } = await reaching('reviewer');
    const { status, text } = await open();
    expect([status, text]).toEqual([200, expect.stringContaining('您的岗位没有“联系信访人”权限')]);
    expect(text).not.toContain('name="reason"');
    expect((await send({ reason: 'facts' })).text).not.toMatch(PERSONAL);
    expect(await looks()).toEqual([]);
  });

  it('stands in no log, title or address', async () => {
    const { send } = await reaching();
    const log = await consoleOf(async () => {
      const { text } = await send({ reason: 'facts' });
      expect(/<title>(.*)<\/title>/.exec(text)![1]).not.toMatch(PERSONAL);
    });
    expect(log).toContain('contact-revealed');
    expect(log).not.toMatch(PERSONAL);
  });

  it('is begun from the case, and never by the form of an act', async () => {
    const { pages, acts, receipt, cookies, at } = await reaching();
    const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at });
    expect(text).toContain(`/desk/cases/${receipt}/complainant"`);
    const path = { id: receipt, act: 'reveal-contact' };
    expect((await ask(acts, 'GET /desk/cases/{id}/acts/{act}', { path, cookies, at })).status).toBe(404);
  });
});
