import { describe, expect, it } from 'vitest';
import { memoryPeople } from '../../../adapters/memory/people.ts';
import { readTable } from '../../../adapters/tables/read-table.ts';
import type { RosterContact } from '../../../domain/organs.ts';
import { createDeskHandler } from '../../../functions/keep-people/desk.ts';
import { changePeople } from '../../../usecases/roster/change-people.ts';
import { ask, asStaff, deskMemory, doneIn, hiddenOf, logIn } from '../../support/desk.ts';
import { beijing } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const PATH = '/desk/digests';
const PEOPLE: readonly RosterContact[] = [
  { role: 'handler', name: '孔经办', sub: 'county-handler', email: 'kong@county.example', phone: '13900000001' },
  { role: 'leader', name: '局长', sub: 'county-head', phone: '13900000002' },
];
const HEAD = asStaff({ sub: 'county-head', role: 'head', name: '局长' });

/** Somebody of the county chooses by what they hear of what is late, and of the week. */
async function choosing(who = HEAD) {
  const [people, desk, context] = [memoryPeople(), deskMemory(), rules()];
  const organs = new Map([...context.organs, ['county', { ...context.organs.get('county')!, contacts: PEOPLE }]]);
  const deps = { ...desk, people, readTable, context: { ...context, organs } };
  const handler = createDeskHandler(deps);
  const at = Date.parse(beijing('2026-06-01 10:00'));
  const cookies = await logIn(desk, who);
  const open = async (query = {}, as = cookies) => await ask(handler, `GET ${PATH}`, { query, cookies: as, at });
  const save = async (fields: Record<string, string>, page?: string) => {
    const form = { ...hiddenOf(page ?? (await open()).text, PATH), ...ALL, ...fields };
    return await ask(handler, `POST ${PATH}`, { form, cookies, at });
  };
  const settings = async () => (await people.read('county'))?.contacts.find(({ sub }) => sub === who.sub)?.digests;
  return { deps, open, save, settings, at };
}

const ALL = { overdue: 'email', undelivered: 'email', weekly: 'email', monthly: 'email' };

describe('digests at the desk', () => {
  it('are shown as they come now, and chosen by whoever gets them', async () => {
    const { open, save, settings } = await choosing();
    const { text: before } = await open();
    for (const stands of ['overdue-email', 'weekly-none', 'monthly-none'])
      expect(before).toMatch(new RegExp(`id="${stands}"[^>]* checked`));
    const saved = await save({ overdue: 'sms', weekly: 'none' });
    expect(saved.status).toBe(303);
    expect(await settings()).toEqual({ ...ALL, overdue: 'sms', weekly: 'none' });
    const { text } = await open({ done: doneIn(saved) });
    expect(text).toContain('已保存');
    expect(text).toContain('id="weekly-none" name="weekly" value="none" checked');
  });

  it('of what is overdue are not declined', async () => {
    const { open, save, settings } = await choosing();
    expect((await open()).text).not.toContain('id="overdue-none"');
    expect((await save({ overdue: 'none' })).status).toBe(422);
    expect(await settings()).toBeUndefined();
  });

  it('that a colleague’s change came before say who, keep the choice, and are kept by one more click', async () => {
    const { deps, open, save, settings, at } = await choosing();
    const { text } = await open();
    const wanted = { chosen: { role: 'leader', name: '局长', digests: { weekly: 'none' } } } as const;
    const now = new Date(at).toISOString();
    await changePeople({ organ: 'county', expectedVersion: 0, reason: '本人设置', wanted }, HEAD, now, deps);
    const late = await save({ weekly: 'sms' }, text);
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/局长于2026年6月1日[^<]*改过通讯录/);
    expect(late.text).toContain('id="weekly-sms" name="weekly" value="sms" checked');
    expect((await save({ weekly: 'sms' }, late.text)).status).toBe(303);
    expect(await settings()).toMatchObject({ weekly: 'sms' });
  });

  it('chosen while the session ran out wait for that person', async () => {
    const { deps, open, save } = await choosing();
    const { text } = await open();
    deps.computer.at += 45 * 60_000;
    expect((await save({ weekly: 'none' }, text)).location).toBe(`/login?to=${encodeURIComponent(PATH)}`);
    const again = (await open({}, await logIn(deps, HEAD))).text;
    expect(again).toContain('id="weekly-none" name="weekly" value="none" checked');
    expect(again).toContain('您选的内容都还在');
  });

  it('of somebody whom the roster does not know say what to do, and change nothing', async () => {
    const { open, save } = await choosing(asStaff({ sub: 'county-new', name: '新人' }));
    const { text } = await open();
    expect(text).toContain('名册里没有您的人员标识');
    expect(text).not.toContain('type="radio"');
    expect((await save({ weekly: 'none' })).status).toBe(403);
  });

  it('are no matter of whoever does not head the organ', async () => {
    const { open, save, settings } = await choosing(asStaff());
    const { text } = await open();
    expect(text).toContain('汇总只发给本单位负责人');
    expect(text).not.toContain('type="radio"');
    expect((await save({ weekly: 'email' })).status).toBe(403);
    expect(await settings()).toBeUndefined();
  });

  it('say what is lacking to be reached by', async () => {
    const { open } = await choosing(HEAD);
    expect((await open()).text).toContain('名册里没有您的邮箱');
  });
});
