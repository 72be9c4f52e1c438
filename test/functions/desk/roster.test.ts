import { describe, expect, it } from 'vitest';
import { memoryPeople } from '../../../adapters/memory/people.ts';
import { readTable } from '../../../adapters/tables/read-table.ts';
import { addressesOf } from '../../../domain/notices/addresses.ts';
import type { RosterContact } from '../../../domain/organs.ts';
import { createDeskHandler } from '../../../functions/keep-people/desk.ts';
import { ask, asStaff, deskMemory, doneIn, hiddenOf, logIn } from '../../support/desk.ts';
import { beijing } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const PEOPLE: readonly RosterContact[] = [
  { role: 'handler', name: '孔经办', sub: 'county-handler', email: 'kong@county.example', phone: '13900000001' },
  { role: 'handler', name: '林同事', sub: 'county-lin', email: 'lin@county.example' },
  { role: 'leader', name: '局长', phone: '13900000002' },
  { role: 'duty', name: '值班室', phone: '13900000003' },
];

/** The roster of the county, as somebody of it sees and changes it. */
async function roster(who = asStaff()) {
  const [people, desk, context] = [memoryPeople(), deskMemory(), rules()];
  const county = { ...context.organs.get('county')!, contacts: PEOPLE };
  const organs = new Map([...context.organs, ['county', county]]);
  const handler = createDeskHandler({ ...desk, people, readTable, context: { ...context, organs } });
  const [cookies, at] = [await logIn(desk, who), Date.parse(beijing('2026-06-01 10:00'))];
  const open = async (query: Record<string, string> = {}) =>
    await ask(handler, 'GET /desk/roster', { query, cookies, at });
  /** The form of that person, sent. */
  const send = async (name: string, fields: Record<string, string>, query: Record<string, string> = {}) => {
    const { text } = await open(query);
    const index = PEOPLE.findIndex((one) => one.name === name);
    const form = { ...hiddenOf(text, '/desk/roster'), ...(index >= 0 && { index: String(index) }), ...fields };
    return await ask(handler, 'POST /desk/roster', { form, cookies, at });
  };
  const now = async () => (await people.read('county'))?.contacts ?? PEOPLE;
  return { open, send, now, people, organs, county };
}

const HEAD = asStaff({ sub: 'county-head', role: 'head', name: '局长' });

describe('the roster at the desk', () => {
  it('says who is there and how they are reached, to everybody of the line and to nobody else', async () => {
    const { open } = await roster();
    const { text } = await open();
    for (const part of ['孔经办', 'tel:13900000001', 'mailto:lin@county.example', '值班室'])
      expect(text).toContain(part);
    expect(text).not.toContain('变更记录');
    const stranger = await roster(asStaff({ sub: 'n', organ: 'neighbour' }));
    expect((await stranger.open({ organ: 'county' })).status).toBe(403);
  });

  it('lets a handler say by one tap that they are away tomorrow, and leads to what they hold', async () => {
    const { send, now, open } = await roster();
    const done = await send('孔经办', { do: 'tomorrow' });
    expect(done.location).toContain('/desk/roster?organ=county&done=away.');
    expect((await now())[0]!.absent).toEqual([{ from: beijing('2026-06-02 00:00'), to: '2026-06-02T15:59:59.999Z' }]);
    const { text } = await open({ done: doneIn(done) });
    expect(text).toContain('href="/desk?scope=mine&amp;tab=open"');
    expect(text).toContain('离岗</span>2026年6月2日');
  });

  it('sends to the colleague who was named what goes to whoever is away', async () => {
    const { send, now, county, organs } = await roster();
    await send('孔经办', { do: 'away', from: '2026-06-03', to: '2026-06-05', standIn: '林同事' });
    const organ = { ...county, contacts: await now() };
    const firstAt = (at: string) => addressesOf(organ, 'handler', 'sms', beijing(at), { organs })[0];
    expect(firstAt('2026-06-02 10:00')).toMatchObject({ to: '13900000001' });
    expect(firstAt('2026-06-04 10:00')).toMatchObject({ to: 'lin@county.example' });
  });

  it('lets whoever said so take it back, and nobody else for them', async () => {
    const { send, now, open } = await roster();
    await send('孔经办', { do: 'tomorrow' });
    expect((await open()).text).toMatch(/取消离岗，我在岗<.*已登记：2026年6月2日/);
    expect((await send('林同事', { do: 'back' })).status).toBe(403);
    expect((await send('孔经办', { do: 'back' })).status).toBe(303);
    expect((await now())[0]).toEqual(PEOPLE[0]);
    expect((await open()).text).toContain('我明天不在');
  });

  it('leads to what a colleague holds in the list in which it is, and nobody who sees no cases', async () => {
    const above = await roster(asStaff({ sub: 'city-head', role: 'head', organ: 'city' }));
    const { text } = await above.open({ organ: 'county', edit: '0' });
    expect(text).toContain('/desk?scope=below&amp;tab=open&amp;officer=county-handler');
    const ops = await roster(asStaff({ sub: 'o', role: 'ops', organ: 'province' }));
    for (const query of [{ organ: 'county' }, { organ: 'county', edit: '0' }])
      expect((await ops.open(query)).text).not.toContain('/desk?scope');
  });

  it('lets nobody say it for a colleague, but their head', async () => {
    const handler = await roster();
    expect((await handler.send('林同事', { do: 'tomorrow' })).status).toBe(403);
    const head = await roster(HEAD);
    const done = await head.send('孔经办', { do: 'away', from: '2026-06-03', to: '2026-06-03' });
    const { text } = await head.open({ done: doneIn(done) });
    expect(text).toContain(
      'href="/desk?scope=organ&amp;tab=open&amp;officer=county-handler">孔经办名下的事项</a>，可以',
    );
    expect((await head.open({ done: 'away.0' })).text).not.toContain('已登记离岗');
  });

  it('reads days and numbers as people write them, over the end of a year', async () => {
    const { send, now } = await roster(HEAD);
    await send('孔经办', { do: 'away', from: '2026年12月30日', to: '２０２７.1.3' });
    expect((await now())[0]!.absent).toMatchObject([{ to: '2027-01-03T15:59:59.999Z' }]);
    await send(
      '',
      { do: 'save', index: '4', role: 'handler', name: '新来的', phone: '１３９ 0000-0099', reason: '到岗' },
      { edit: '4' },
    );
    expect((await now()).at(-1)).toMatchObject({ name: '新来的', phone: '13900000099' });
  });

  it.each([
    [
      'an absence of the year before',
      '孔经办',
      { do: 'away', from: '2025-06-02', to: '2025-06-05' },
      '这段离岗已经过去',
    ],
    [
      'a second of one name in one post',
      '',
      { do: 'save', index: '4', role: 'handler', name: '孔经办', phone: '13900000099', reason: '到岗' },
      '岗位、姓名都相同，请写成能分清的',
    ],
  ])('takes no %s', async (_, name, fields, told) => {
    const { send } = await roster(HEAD);
    const { status, text } = await send(name, fields, { edit: '4' });
    expect(status).toBe(422);
    expect(text).toContain(told);
  });

  it('is changed by the head with a reason, which stays on record', async () => {
    const { send, open, now } = await roster(HEAD);
    expect((await open({ edit: '1' })).text).toContain('officer=county-lin');
    const saved = { do: 'save', role: 'handler', name: '新同事', phone: '13900000009', reason: '调岗' };
    const noReason = await send('林同事', { ...saved, reason: '' }, { edit: '1' });
    expect([noReason.status, noReason.text]).toEqual([422, expect.stringContaining('请写变更的理由')]);
    expect((await send('林同事', saved, { edit: '1' })).status).toBe(303);
    expect((await now()).map(({ name }) => name)).toEqual(['孔经办', '新同事', '局长', '值班室']);
    const { text } = await open();
    expect(text).toContain('增加经办人新同事；移除经办人林同事');
    expect(text).toContain('理由：调岗');
  });

  it.each([
    ['a number that is none', { phone: '12' }, '手机号写得不对'],
    ['no name', { name: '' }, '请写姓名'],
    ['a day that is none', { do: 'away', from: '2026-06-03', to: '明天' }, '请写离岗的起止日期'],
    ['absence of somebody who is not there', { do: 'tomorrow', index: '4' }, '请重新打开这个页面'],
  ])('takes no %s', async (_, fields, says) => {
    const { send, now } = await roster(HEAD);
    const page = await send(
      '林同事',
      { do: 'save', role: 'handler', name: '林同事', reason: '更正', ...fields },
      { edit: '1' },
    );
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(says)]);
    expect((await now()).map(({ name }) => name)).toEqual(PEOPLE.map(({ name }) => name));
  });

  it('takes a plan of shifts over National Day, and reaches by it whoever is on duty', async () => {
    const { open, send, now, organs, county } = await roster(HEAD);
    const save = { do: 'save', role: 'duty', name: '值班员甲', phone: '13900000004', reason: '国庆值班' };
    const lines = '2026-10-01 08:00 至 2026-10-02 8：00\n2026年10月3日';
    await send('', { ...save, onDuty: lines }, { edit: '4' });
    const contacts = await now();
    const [first, second] = contacts[4]!.onDuty!;
    expect([first, second]).toEqual([
      { from: beijing('2026-10-01 08:00'), to: beijing('2026-10-02 08:00') },
      { from: beijing('2026-10-03 00:00'), to: beijing('2026-10-04 00:00') },
    ]);
    const reached = (at: string) =>
      addressesOf({ ...county, contacts }, 'duty', 'sms', beijing(at), { organs }).map((one) =>
        'to' in one ? one.to : '',
      )[0];
    expect([reached('2026-10-01 08:00'), reached('2026-10-02 08:00')]).toEqual(['13900000004', '13900000003']);
    const { text } = await open({ edit: '4' });
    expect(text).toContain('2026-10-01 08:00 至 2026-10-02 08:00');
    const refused = await send('', { ...save, index: '4', onDuty: '国庆那几天' }, { edit: '4' });
    expect(refused.text).toContain('值班时间“国庆那几天”看不懂');
  });

  it('adds somebody, and says so where another was quicker', async () => {
    const { send, open, now, people } = await roster(HEAD);
    const fields = { do: 'save', role: 'unit', name: '科长', email: 'ke@county.example', reason: '新设科室' };
    expect((await send('', fields, { edit: '4' })).status).toBe(303);
    expect((await now()).at(-1)).toMatchObject({ role: 'unit', name: '科长' });
    expect((await people.changes('county'))[0]).toMatchObject({ version: 1, reason: '新设科室' });
    const late = await send('林同事', { do: 'tomorrow', version: '0' });
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringContaining('局长于2026年6月1日（周一）10:00改过通讯录'),
    ]);
    expect((await open()).text).toContain('增加科室负责人科长');
  });

  it.each([
    [
      'the number of a colleague',
      { do: 'save', role: 'handler', name: '林同事', phone: '13900000777', reason: '换号' },
    ],
    ['a number that is none', { do: 'save', role: 'handler', name: '林同事', phone: '12', reason: '换号' }],
    ['an absence', { do: 'away', from: '2026-06-03', to: '2026-06-05' }],
  ])('opens nobody’s form on %s where somebody above them was removed meanwhile', async (_, fields) => {
    const { send, now } = await roster(HEAD);
    const query = { edit: '1' };
    await send('孔经办', { do: 'remove', reason: '调走' }, { edit: '0' });
    const late = await send('林同事', { ...fields, version: '0', edit: '1' }, query);
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('改过通讯录')]);
    expect(late.text).not.toMatch(/修改：|<details open>/);
    expect((await now()).map(({ name, phone }) => [name, phone])).toEqual(
      PEOPLE.slice(1).map(({ name, phone }) => [name, phone]),
    );
  });
});
