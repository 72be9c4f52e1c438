import { describe, expect, it } from 'vitest';
import { memoryPeople } from '../../../adapters/memory/people.ts';
import { readTable } from '../../../adapters/tables/read-table.ts';
import type { Organ, RosterContact } from '../../../domain/organs.ts';
import { createDeskHandler } from '../../../functions/keep-people/desk.ts';
import { ask, asStaff, deskMemory, hiddenOf, logIn } from '../../support/desk.ts';
import { beijing } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const ABSENT = [{ from: beijing('2026-06-02 00:00'), to: beijing('2026-06-03 00:00') }];
const PEOPLE: readonly RosterContact[] = [
  { role: 'handler', name: '孔经办', sub: 'county-handler', phone: '13900000001', absent: ABSENT },
  { role: 'leader', name: '局长', sub: 'county-chief', phone: '13900000002' },
];
const HEAD = asStaff({ sub: 'county-head', role: 'head', name: '局长' });

/** The list of the county at the desk, as somebody opens it, changes it and sends it. */
async function listed(who = HEAD, below: readonly (readonly [string, Organ])[] = []) {
  const [people, desk, context] = [memoryPeople(), deskMemory(), rules()];
  const county = { ...context.organs.get('county')!, contacts: PEOPLE };
  const organs = new Map([...context.organs, ['county', county], ...below]);
  const handler = createDeskHandler({ ...desk, people, readTable, context: { ...context, organs } });
  const [cookies, at] = [await logIn(desk, who), Date.parse(beijing('2026-06-01 10:00'))];
  const open = async (organ = 'county') =>
    await ask(handler, 'GET /desk/roster', { query: { organ, list: '' }, cookies, at });
  const { text: page } = await open();
  const send = async (fields: Record<string, string>, before = page) =>
    await ask(handler, 'POST /desk/roster', {
      form: { ...hiddenOf(before, '/desk/roster'), do: 'list', ...fields },
      ...{ cookies, at },
    });
  const list = /<textarea[^>]*name="list"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';
  const now = async () => (await people.read('county'))?.contacts ?? PEOPLE;
  return { open, send, list, now, people };
}

describe('the people of an organ and all below it, as one list at the desk', () => {
  it('is there as it stands today, and sent unchanged it changes nothing', async () => {
    const { list, send, people } = await listed();
    expect(list.split('\n')[0]).toBe('机构编号\t机构名称\t角色\t姓名\t邮箱\t电话');
    expect(list).toMatch(/county\t[^\t]+\t经办人\t孔经办\t\t13900000001/);
    expect((await send({ list })).text).toContain('名单与现在的通讯录一样');
    expect(await people.version()).toBe(0);
  });

  it('tells of each person what would change, and changes it with a reason; absences and accounts stay', async () => {
    const { list, send, now } = await listed();
    const changed = `${list.replace('13900000001', '13900000009')}\ncounty\t\t信访机构\t信访办\t\t13900000007`;
    const preview = await send({ list: changed });
    expect(preview.text).toContain('增加信访机构信访办');
    expect(preview.text).toContain('修改经办人孔经办的手机<');
    expect(preview.text).not.toContain('修改主要负责人');
    expect(preview.text).not.toContain('名下在办的事项');
    const another = await send({ list: list.replace('孔经办', '新经办') });
    expect(another.text).toContain('officer=county-handler">孔经办名下在办的事项</a>');
    expect(await now()).toEqual(PEOPLE);
    const without = await send({ do: 'list-take' }, preview.text);
    expect(without).toMatchObject({ status: 422 });
    expect(without.text).toContain('请写变更的理由');
    const taken = await send({ do: 'list-take', reason: '换届' }, preview.text);
    expect(taken.location).toContain('/desk/roster?organ=county&done=changed.');
    expect(await now()).toEqual([
      { ...PEOPLE[0], phone: '13900000009' },
      PEOPLE[1],
      { role: 'petition', name: '信访办', phone: '13900000007' },
    ]);
  });

  it('names every line that is wrong, and keeps the list to be mended', async () => {
    const { list, send, people } = await listed();
    const broken = `${list}\nnowhere\t\t经办人\t某人\t\t13900000007\ncounty\t\t局座\t某人\t\t1390`;
    const { status, text } = await send({ list: broken });
    expect(status).toBe(422);
    for (const part of ['第4行：没有这个编号的单位', '第5行：角色应为', 'nowhere\t\t经办人'])
      expect(text).toContain(part);
    expect(await people.version()).toBe(0);
  });

  it('is shown anew where somebody changed the roster after the preview', async () => {
    const { list, send, people, now } = await listed();
    const preview = await send({ list: list.replace('13900000001', '13900000009') });
    const by = { organ: 'county', role: 'duty', sub: 'd', name: '值班' };
    const meanwhile = { organ: 'county', version: 1, at: beijing('2026-06-01 10:00'), by, reason: '调整' };
    await people.change({ ...meanwhile, before: PEOPLE, after: [PEOPLE[1]!, { ...PEOPLE[0]!, phone: '13900000008' }] });
    const again = await send({ do: 'list-take', reason: '换届' }, preview.text);
    expect(again.status).toBe(422);
    expect(again.text).toContain('您预览以后');
    expect((await now())[1]).toMatchObject({ phone: '13900000008' });
    expect((await send({ do: 'list-take', reason: '换届' }, again.text)).status).toBe(303);
  });

  it('says what became of it where somebody changed one organ at the very moment', async () => {
    const { list, send, people } = await listed();
    const preview = await send({ list: list.replace('13900000001', '13900000009') });
    people.change = async () => false;
    const { status, text } = await send({ do: 'list-take', reason: '换届' }, preview.text);
    expect(status).toBe(409);
    expect(text).toMatch(/没有改动：<ul><li>county局：就在此刻有人改过，没有改动。/);
    expect(text).not.toContain('其余单位已改好');
    expect(text).toMatch(/<textarea[^>]*name="list"[\s\S]*13900000009/);
  });

  it('holds the organ alone, and says so, where the list with all below it is longer than a form takes', async () => {
    const superior = { level: 'county', division: '990101', department: 'ecology', superior: 'county' } as const;
    const station = (n: number): [string, Organ] => [
      `station-${n}`,
      { ...superior, id: `station-${n}`, name: `第${n}生态环境监管站`, contacts: PEOPLE },
    ];
    const { list, open } = await listed(
      HEAD,
      Array.from({ length: 300 }, (_, n) => station(n)),
    );
    expect(list.split('\n')).toHaveLength(1 + PEOPLE.length);
    expect((await open()).text).toContain('这里只有本单位的');
  });

  it('can be typed again from the preview', async () => {
    const { list, send } = await listed();
    const preview = await send({ list: list.replace('13900000001', '13900000009') });
    expect((await send({ do: 'list-edit' }, preview.text)).text).toMatch(/<textarea[^>]*name="list"[\s\S]*13900000009/);
  });

  it('is for whoever may change the people of the organ, and of no organ beside it', async () => {
    const { open, send, people } = await listed(asStaff());
    expect((await open()).status).toBe(403);
    expect((await send({ organ: 'county', list: 'x' }, '')).status).toBe(403);
    expect((await (await listed()).open('neighbour')).status).toBe(403);
    expect(await people.version()).toBe(0);
  });
});
