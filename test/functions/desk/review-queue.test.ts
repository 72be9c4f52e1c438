import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { county, MINUTE } from '../../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from '../../support/desk.ts';

const CITY = asStaff({ sub: 'city-head', role: 'head', organ: 'city', name: '市局负责人' });

/** The head of the city, to whom the county has reported three items of an inspection. */
async function reviewing() {
  const desk = await county();
  const { world, pages, acts, deps, at } = desk;
  for (const item of ['D3QH001', 'D3QH002', 'D3QH003']) {
    const said = { channel: 'partner' as const, sourceId: item, inspection: { batch: '3', item } };
    const { receipt } = await world.complain('2026-06-01 11:00', said);
    await world.order('2026-06-01 14:00', 'county', receipt, { type: 'accept' });
    await world.order('2026-06-01 16:00', 'county', receipt, { type: 'report', findings: '属实，已停产' });
  }
  const cookies = await logIn(deps, CITY);
  /** Opens what an address names, as a browser does: where it is sent on, it goes there. */
  const open = async (address: string): Promise<{ path: string; text: string }> => {
    const { pathname, searchParams } = new URL(address.replaceAll('&amp;', '&'), 'https://huiyin.example');
    const [, id = '', act = ''] = /^\/desk\/cases\/([^/]+)(?:\/acts\/([^/]+))?$/.exec(pathname) ?? [];
    const query = Object.fromEntries(searchParams);
    const path = { id, act };
    const page = act
      ? await ask(acts, 'GET /desk/cases/{id}/acts/{act}', { path, query, cookies, at })
      : await ask(pages, id ? 'GET /desk/cases/{id}' : `GET ${pathname}`, { path, query, cookies, at });
    return page.status === 303 ? await open(String(page.location)) : { path: id || pathname, text: page.text };
  };
  const sendBack = async (id: string, page: string) => {
    const path = { id, act: 'return' };
    const form = { ...hiddenOf(page, `/desk/cases/${id}/acts/return`), missing: '监测报告', do: 'act' };
    return await ask(acts, 'POST /desk/cases/{id}/acts/{act}', { path, form, cookies, at: at + MINUTE });
  };
  return { open, sendBack, world };
}

const linkIn = (page: string, pattern: RegExp): string => pattern.exec(page)![1]!;
const NEXT = /rel="next" href="([^"]+)"/;
const PREVIOUS = /rel="prev" href="([^"]+)"/;
const FIRST = /<a class="go" href="(\/desk\/cases\/[^"]+)"/;

describe('逐件审核', () => {
  it('goes from the list through each report, back and forth, and ends at the list', async () => {
    const { open } = await reviewing();
    const first = await open(linkIn((await open('/desk?scope=review')).text, FIRST));
    const second = await open(linkIn(first.text, NEXT));
    expect((await open(linkIn(second.text, PREVIOUS))).path).toBe(first.path);
    const third = await open(linkIn(second.text, NEXT));
    expect(new Set([first.path, second.path, third.path]).size).toBe(3);
    expect((await open(linkIn(third.text, NEXT))).path).toBe('/desk');
  });

  it('opens the next report after one was sent back, and says what was done', async () => {
    const { open, sendBack, world } = await reviewing();
    const first = await open(linkIn((await open('/desk?scope=review')).text, FIRST));
    const second = await open(linkIn(first.text, NEXT));
    const form = await open(linkIn(first.text, /href="([^"]+\/acts\/return[^"]*)"/));
    const after = await open(String((await sendBack(first.path, form.text)).location));
    expect(after.path).toBe(second.path);
    expect(after.text).toContain('已办理：退回');
    expect((await world.cases.load(first.path))!.status).toBe('returned');
    expect((await open(linkIn(after.text, PREVIOUS))).path).toBe('/desk');
  });

  it('is named on the list that opens first, where the head’s own organ leads nothing', async () => {
    const { open } = await reviewing();
    const first = (await open('/desk')).text;
    expect(first).toContain('现在没有要办的事项');
    expect(first).toContain('没办完的在：<a href="/desk?scope=review">待本单位审核3件</a>。');
    expect((await open('/desk?tab=ended')).text).not.toContain('没办完的在');
  });

  it('has nothing more to review, and says what that means', async () => {
    const { open, sendBack } = await reviewing();
    for (let left = 3; left > 0; left -= 1) {
      const one = await open(linkIn((await open('/desk?scope=review')).text, FIRST));
      const form = await open(linkIn(one.text, /href="([^"]+\/acts\/return[^"]*)"/));
      await sendBack(one.path, form.text);
    }
    expect((await open('/desk?scope=review')).text).toContain('没有等本单位审核、答复的事项');
  });
});

describe('the page of a petition', () => {
  it('says how its review was decided, that a hearing holds the next one up, and until when it then runs', async () => {
    const { world, deps, pages, acts } = await county();
    const { receipt } = await world.complain('2026-12-01 10:00', { sourceId: 'form-2' });
    const order = (day: string, who: string, command: StaffCommand) =>
      world.order(`${day} 10:00`, who, receipt, command);
    await order('2026-12-02', 'county', { type: 'accept', procedure: 'petition' });
    const answer = {
      facts: '经查，夜间施工属实',
      opinion: '对补偿的请求不予支持',
      basis: ['matter:construction-noise'],
    };
    await world.close('2026-12-03 10:00', 'county', receipt, { outcome: 'not-supported', ...answer });
    await order('2026-12-04', 'county', { type: 'request-review' });
    await order('2026-12-05', 'city', { type: 'decide-review', ruling: 'changed', opinion: '应当酌情补偿。' });
    const province = { cookies: await logIn(deps, asStaff({ sub: 'province-head', role: 'head', organ: 'province' })) };
    const at = Date.parse('2026-12-20T02:00:00Z');
    const path = { id: receipt, act: 'close-hearing' };
    const page = async () => (await ask(pages, 'GET /desk/cases/{id}', { path, at, ...province })).text;
    expect(await page()).toContain('2026年12月5日（周六）10:00变更原处理意见');
    await order('2026-12-08', 'county', { type: 'request-review' });
    await order('2026-12-10', 'province', { type: 'open-hearing', reason: '信访人申请听证。' });
    expect(await page()).toMatch(/下一时限<\/dt><dd><span class="tag calm">已中止计算，恢复后顺延/);
    const form = await ask(acts, 'GET /desk/cases/{id}/acts/{act}', { path, at, ...province });
    expect(form.text).toContain('期限改为：作出复核意见并书面答复信访人，2027年1月17日（周日）24:00');
    expect(form.text).not.toContain('停止计时');
  });
});
