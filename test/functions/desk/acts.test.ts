import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { endSession } from '../../../usecases/desk/sessions.ts';
import { county, HEAD, MINUTE } from '../../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from '../../support/desk.ts';
import { statusIn } from '../../support/told-status.ts';

describe('an act at the desk', () => {
  it('shows before it is done the very words that the complainant will get', async () => {
    const { open, act, world } = await county();
    const { text } = await open('accept');
    await act('accept', {});
    await world.relayNew();
    const letter = world.outbox.find((sent) => statusIn(sent) === '已受理')!;
    expect(text).toContain('信访人将收到：<strong>已受理');
    const [, words = ''] = /<p class="said">([^<]+)<\/p>/.exec(text)!;
    expect(words).toContain('办结并答复您');
    expect(letter.text).toContain(words);
  });

  it('names the article that it rests on, and says nothing of the law where none is on record', async () => {
    const { open } = await county();
    expect((await open('accept')).text).toContain('依据：《信访工作条例》第二十三条第二款');
    expect((await open('note')).text).not.toMatch(/依据|条款/);
  });

  it('is done once, and leads to the next case of the list', async () => {
    const { act, receipt, status } = await county();
    const done = await act('accept', {});
    expect(done.status).toBe(303);
    expect(done.location).toContain(`/desk/next?done=accept.${receipt}.`);
    expect(await status()).toBe('accepted');
  });

  it('of a case of another organ, opened by itself, leads back to that case', async () => {
    const { acts, deps, receipt, at } = await county();
    const [path, cookies] = [
      { id: receipt, act: 'accept' },
      await logIn(deps, asStaff({ sub: 'city-head', role: 'head', organ: 'city' })),
    ];
    const { text } = await ask(acts, 'GET /desk/cases/{id}/acts/{act}', { path, cookies, at });
    const form = { ...hiddenOf(text, `/desk/cases/${receipt}/acts/accept`), do: 'act' };
    const done = await ask(acts, 'POST /desk/cases/{id}/acts/{act}', { path, cookies, form, at });
    expect(done.location).toContain(`/desk/cases/${receipt}?done=accept.`);
  });

  it('sent twice is done once, and says that it was done', async () => {
    const { open, act, world, receipt } = await county();
    const { text } = await open('accept');
    await act('accept', {}, text);
    const again = await act('accept', {}, text);
    expect(again.location).toContain(`done=accept.${receipt}`);
    const events = await world.cases.events(receipt);
    expect(events.filter(({ type }) => type === 'accepted')).toHaveLength(1);
  });

  it('sent again from the same page with other words is not taken for the first, and keeps the words', async () => {
    const { open, act, world, receipt } = await county();
    const { text } = await open('note');
    await act('note', { words: '上午到厂门口，未闻到异味。' }, text);
    const other = await act('note', { words: '晚上九点再去，气味明显。' }, text);
    expect(other.status).toBe(409);
    expect(other.text).toContain('晚上九点再去，气味明显。');
    await act('note', { words: '晚上九点再去，气味明显。' }, other.text);
    const events = await world.cases.events(receipt);
    expect(events.filter(({ type }) => type === 'noted')).toHaveLength(2);
  });

  it('that came to nothing leaves the draft that was kept of it', async () => {
    const { open, act } = await county();
    const { text } = await open('note');
    await act('note', { words: '上午到厂门口，未闻到异味。' }, text);
    await act('note', { words: '晚上九点再去，气味明显。', do: 'keep' }, text);
    expect((await act('note', { words: '晚上九点再去，气味明显。' }, text)).status).toBe(409);
    expect((await open('note')).text).toContain('晚上九点再去，气味明显。');
  });

  it('that is only looked at changes nothing', async () => {
    const { act, status } = await county();
    const page = await act('decline', {
      do: 'preview',
      reason: 'not-competent',
      explanation: '由街道办事处负责，已为您联系。',
    });
    expect(page.status).toBe(200);
    expect(page.text).toContain('信访人将收到');
    expect(await status()).toBe('registered');
  });

  it('that lacks something names it, and keeps what was typed', async () => {
    const { act, status } = await county();
    const page = await act('decline', { explanation: '这不是我们管的<b>' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('请填写“情形”');
    expect(page.text).toContain('这不是我们管的&lt;b&gt;');
    expect(await status()).toBe('registered');
  });

  it('on a case that somebody changed meanwhile says who and what, keeps the text, and is done by one more click', async () => {
    const { open, act, world, receipt, status } = await county();
    const { text } = await open('transfer');
    await world.order('2026-06-02 09:00', 'city/head', receipt, {
      ...{ type: 'reclassify', types: ['大气'], matter: 'construction-dust', reason: '看了现场' },
    } as StaffCommand);
    const typed = { department: '住房和城乡建设局', explanation: '装修噪声由该局负责，请知悉。' };
    const page = await act('transfer', typed, text);
    expect(page.status).toBe(409);
    expect(page.text).toMatch(/city局 单位负责人\s+改判/);
    expect(page.text).toContain('value="住房和城乡建设局"');
    expect(page.text).toMatch(/<textarea[^>]*>\s*装修噪声由该局负责，请知悉。</);
    expect(await status()).toBe('registered');
    expect((await act('transfer', typed, page.text)).status).toBe(303);
    expect(await status()).toBe('transferred');
  });

  it('typed while the session ran out waits for that person, and for nobody else', async () => {
    const { open, act, deps, receipt, status } = await county();
    const { text } = await open('transfer');
    deps.computer.at += 45 * MINUTE;
    const late = await act('transfer', { department: '城管局', explanation: '归城管' }, text);
    expect(late).toMatchObject({ status: 303 });
    expect(late.location).toBe(`/login?to=${encodeURIComponent(`/desk/cases/${receipt}/acts/transfer`)}`);
    expect(await status()).toBe('registered');
    const other = await logIn(deps, asStaff({ sub: 'city-head', role: 'head', organ: 'city' }));
    expect((await open('transfer', { cookies: other })).text).not.toContain('归城管');
    const mine = await logIn(deps, HEAD);
    const page = await open('transfer', { cookies: mine });
    expect(page.text).toContain('归城管');
    expect(page.text).toContain('您写的内容都还在');
  });

  it('sent by whoever logged in again in another window waits for them, and does nothing', async () => {
    const { open, act, deps, receipt, status } = await county();
    const { text } = await open('transfer');
    const again = await logIn(deps, HEAD);
    const sent = await act('transfer', { department: '城管局', explanation: '归城管' }, text, again);
    expect(sent).toMatchObject({ status: 303, location: `/desk/cases/${receipt}/acts/transfer` });
    expect(await status()).toBe('registered');
    expect((await open('transfer', { cookies: again })).text).toContain('归城管');
  });

  it('sent after one logged out in another window shows once what was written, to be copied', async () => {
    const { open, act, deps, cookies, status } = await county();
    const { text } = await open('transfer');
    await endSession(cookies[0]!.split('=')[1]!, deps);
    const sent = await act('transfer', { department: '城管局', explanation: '归城管' }, text);
    expect([sent.status, sent.text]).toEqual([403, expect.stringContaining('<p class="said">归城管</p>')]);
    expect(sent.text).toContain('href="/login?to=');
    expect(await status()).toBe('registered');
  });

  it('of another organ’s case is not shown', async () => {
    const { open, deps } = await county();
    const stranger = await logIn(deps, asStaff({ sub: 'n', organ: 'neighbour' }));
    expect((await open('accept', { cookies: stranger })).status).toBe(403);
  });
});

describe('what an officer would type every time', () => {
  it('stands in the form of a visit already: the day it is, and their name', async () => {
    const { open } = await county();
    const { text } = await open('record-visit');
    expect(text).toMatch(/name="on"[^>]*\s+value="2026-06-02"/);
    expect(text).toMatch(/<textarea[^>]* name="people"[^>]*>\n局长<\/textarea>/);
    expect(text).toMatch(/<textarea[^>]* name="findings"[^>]*>\n<\/textarea>/);
  });
});

describe('distributing', () => {
  it('offers the colleagues that the roster knows, and the case and the list then say whose it is', async () => {
    const { open, act, deps, pages, receipt, cookies, at } = await county();
    const before = deps.context.organs.get('county')!;
    const contacts = [...before.contacts, { role: 'handler', name: '张三', sub: 'county-zhang' } as const];
    Object.assign(deps.context, { organs: new Map([...deps.context.organs, ['county', { ...before, contacts }]]) });
    expect((await open('distribute')).text).toContain('<option value="county-zhang">张三</option>');
    expect((await act('distribute', { 'officer-chosen': 'county-zhang' })).status).toBe(303);
    const path = { id: receipt };
    for (const route of ['GET /desk/cases/{id}', 'GET /desk'])
      expect((await ask(pages, route, { path, cookies, at })).text).toContain('张三');
  });

  it('asks for whom, where nobody was chosen', async () => {
    const { act } = await county();
    const page = await act('distribute', {});
    expect(page.status).toBe(422);
    expect(page.text).toContain('经办人');
  });
});

describe('the page of a case', () => {
  it('counts as due next what somebody owes, and not a right that merely lapses', async () => {
    const { pages, receipt, cookies, at } = await county();
    const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at });
    const [next = ''] = /下一时限<\/dt>.*/.exec(text)!;
    expect(next).toContain('书面告知信访人是否受理');
    expect(text).toContain('提出异议并说明理由');
    const late = await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at: at + 30 * 86_400_000 });
    expect(late.text).toMatch(/提出异议并说明理由：[^（]*（[^）]*）[^（]*（期限已过）/);
    expect(text.indexOf('id="acts"')).toBeLessThan(text.indexOf('id="timeline"'));
  });

  it('says where it stands, what is due and why that day, what was written and what one may do', async () => {
    const { pages, receipt, cookies, at } = await county();
    const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at });
    for (const words of [
      '已登记，待受理',
      '还有',
      '为什么是这一天',
      '依据：',
      '工地每晚浇筑混凝土到凌晨',
      '新河路12号',
      '>受理</a>',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/钱测试|13911112222|qian@citizen/);
  });

  it('opens after an act with what was done, the list still behind it', async () => {
    const { pages, receipt, cookies, at, world } = await county();
    const other = await world.complain('2026-06-01 11:00', { sourceId: 'form-2', text: '河边有人倒垃圾。' });
    const next = await ask(pages, 'GET /desk/next', { query: { done: `accept.${receipt}` }, cookies, at });
    const to = new URL(String(next.location), 'https://huiyin.example');
    expect([next.status, to.pathname, to.searchParams.get('done')]).toEqual([
      303,
      `/desk/cases/${other.receipt}`,
      `accept.${receipt}`,
    ]);
  });
});
