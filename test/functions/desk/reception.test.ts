import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { county, MINUTE } from '../../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from '../../support/desk.ts';

const PATH = '/desk/reception';
const DAY = '2026-06-02';

/** The petition office of the county arranges the day on which its head receives people. */
async function arranging(role = 'petition') {
  const desk = await county();
  const { deps, pages, at, receipt } = desk;
  const cookies = await logIn(deps, asStaff({ sub: `county-${role}`, role, name: '马接待' }));
  const open = async (on = DAY, who = cookies, more: Record<string, string> = {}) =>
    await ask(pages, `GET ${PATH}`, { query: { on, ...more }, cookies: who, at });
  const save = async (fields: Record<string, string>, page?: string, who = cookies) => {
    const shown = page ?? (await open()).text;
    const form = { ...hiddenOf(shown.slice(shown.indexOf(`method="post" action="${PATH}"`)), PATH), ...fields };
    return await ask(pages, `POST ${PATH}`, { form, cookies: who, at: at + MINUTE });
  };
  const row = {
    'row-0-time': '１４点30',
    'row-0-case': receipt.toLowerCase(),
    'row-0-people': '３',
    'row-0-remark': '带了照片',
  };
  return { ...desk, open, save, petition: cookies, day: { leader: '周局长', place: '一楼接待室', ...row } };
}

const valueIn = (name: string, value: string) => new RegExp(`name="${name}"[^>]*value="${value}"`);

describe('a reception day', () => {
  it('is a sheet to print: who receives, when somebody comes, and about which case, and nobody’s name', async () => {
    const { open, save, day, receipt } = await arranging();
    expect((await open()).text).toContain('这一天还没有安排接访');
    expect(await save(day)).toMatchObject({ status: 303, location: `${PATH}?on=${DAY}` });
    const { text } = await open();
    for (const words of ['周局长', '一楼接待室', '14:30', receipt, '3人', '带了照片', '@page{size:A4}'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/钱测试|13911112222|qian@citizen/);
  });

  it('takes whoever was just entered into the first free row', async () => {
    const { open, save, day, receipt } = await arranging();
    expect((await open(DAY, undefined, { case: receipt })).text).toMatch(valueIn('row-0-case', receipt));
    await save({ ...day, 'row-0-case': '', 'row-0-time': '', 'row-0-people': '', 'row-0-remark': '' });
    const { text } = await open(DAY, undefined, { case: receipt });
    expect(text).toMatch(valueIn('row-0-case', receipt));
    expect(text).toMatch(valueIn('leader', '周局长'));
    await save({ ...day, 'row-0-people': '3人' });
    expect((await open(DAY, undefined, { case: receipt })).text).not.toMatch(valueIn('row-1-case', receipt));
  });

  it('lists those who come in the order in which they come', async () => {
    const { open, save, day, receipt } = await arranging();
    await save({ ...day, 'row-2-time': '09:00', 'row-2-case': receipt });
    const { text } = await open();
    expect(text.indexOf('<td>09:00')).toBeLessThan(text.indexOf('<td>14:30'));
  });

  it('shows afterwards what was done on that day, by the acts that there are', async () => {
    const { open, save, day, receipt, world } = await arranging();
    await save(day);
    await world.order('2026-06-02 15:00', 'county/head', receipt, {
      type: 'note',
      words: '已当面说明',
    } as StaffCommand);
    const { text } = await open();
    expect(text).toMatch(/当天：[^<]+<\/td>/);
    expect(text).not.toContain('已当面说明');
  });

  it('names the row in which something is wrong, and keeps what was typed', async () => {
    const { save, day } = await arranging();
    const wrong = await save({ ...day, leader: '', 'row-0-time': '下午', 'row-1-case': 'QH-1' });
    expect(wrong.status).toBe(422);
    for (const words of ['请填写接访领导', '第1行：时间请写成09:30的样子', '第2行：', '带了照片'])
      expect(wrong.text).toContain(words);
    const unknown = await save({ ...day, 'row-0-case': 'QH-260601-AAAA-BBBB' });
    expect([unknown.status, unknown.text]).toEqual([422, expect.stringContaining('第1行：没有这一件，或者您不能查阅')]);
  });

  it('that a colleague changed meanwhile says who, keeps the text, and is saved by one more click', async () => {
    const { open, save, day, deps } = await arranging();
    const { text } = await open();
    const head = await logIn(deps, asStaff({ sub: 'county-head', role: 'head', name: '局长' }));
    await save({ leader: '吴副局长' }, (await open(DAY, head)).text, head);
    const late = await save(day, text);
    expect(late.status).toBe(409);
    expect(late.text).toContain('局长于2026年6月2日');
    expect(late.text).toContain('带了照片');
    expect((await save(day, late.text)).status).toBe(303);
  });

  it('typed while the session ran out waits for that person', async () => {
    const { open, save, day, deps } = await arranging();
    const { text } = await open();
    deps.computer.at += 45 * MINUTE;
    const late = await save(day, text);
    expect(late.location).toBe(`/login?to=${encodeURIComponent(`${PATH}?on=${DAY}`)}`);
    const mine = await logIn(deps, asStaff({ sub: 'county-petition', role: 'petition' }));
    const again = await open(DAY, mine);
    expect(again.text).toContain('带了照片');
    expect(again.text).toContain('您写的内容都还在');
    expect((await open('2026-06-03', mine)).text).not.toContain('带了照片');
  });

  it('typed before a colleague’s change is not saved over it unseen after the log-in', async () => {
    const { open, save, day, deps } = await arranging();
    const { text } = await open();
    const head = await logIn(deps, asStaff({ sub: 'county-head', role: 'head', name: '局长' }));
    await save({ leader: '吴副局长' }, (await open(DAY, head)).text, head);
    deps.computer.at += 45 * MINUTE;
    await save(day, text);
    const mine = await logIn(deps, asStaff({ sub: 'county-petition', role: 'petition' }));
    const again = await open(DAY, mine);
    expect(again.text).toContain('局长于2026年6月2日');
    expect(again.text).toContain('带了照片');
    expect((await save(day, again.text, mine)).status).toBe(303);
  });

  it('that there is not is shown as today, and nothing is arranged on it', async () => {
    const { open, save, day } = await arranging();
    expect((await open('2026-02-30')).text).toContain('领导接访：2026年6月2日');
    expect((await save({ ...day, on: '2026-02-30' })).status).toBe(400);
  });

  it('of an organ is not another organ’s', async () => {
    const { open, save, day, deps } = await arranging();
    await save(day);
    const city = await logIn(deps, asStaff({ sub: 'city-petition', role: 'petition', organ: 'city' }));
    expect((await open(DAY, city)).text).not.toContain('周局长');
  });
});

it.each(['reviewer', 'supervisor', 'publicity', 'auditor', 'ops'])('a %s arranges no reception', async (role) => {
  const { open } = await arranging(role);
  expect((await open()).status).toBe(403);
});
