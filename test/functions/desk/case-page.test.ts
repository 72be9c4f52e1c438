import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { dutyAmong } from '../../../functions/shared/desk/case-row.ts';
import { county } from '../../support/county-desk.ts';
import { ask, asStaff, logIn } from '../../support/desk.ts';
import { analyse, rules } from '../../support/world.ts';

/** The page of the county's case, as its head sees it. */
async function looking(judge?: Parameters<typeof county>[0]) {
  const desk = await county(judge);
  const { pages, cookies, at, receipt } = desk;
  const page = async (query: Record<string, string> = {}, who = cookies) =>
    await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, query, cookies: who, at });
  return { ...desk, page };
}

describe('办理经过', () => {
  it('is one line of time: what was done, who was told and whether it arrived, who looked at the person', async () => {
    const { world, receipt, page } = await looking();
    await world.order('2026-06-01 12:00', 'county', receipt, { type: 'accept' });
    await world.order('2026-06-01 13:00', 'county', receipt, {
      type: 'reveal-contact',
      reason: 'facts',
    } as StaffCommand);
    await world.relayNew();
    const lineOf = async (query: Record<string, string>) => {
      const { text } = await page({ tab: 'open', ...query });
      return text.slice(text.indexOf('<ol class="timeline">'));
    };
    const all = await lineOf({});
    for (const words of ['<strong>受理</strong>', '尚无回执', '核实']) expect(all).toContain(words);
    const told = await lineOf({ only: 'told' });
    expect([told.includes('尚无回执'), told.includes('<strong>受理</strong>')]).toEqual([true, false]);
    const looks = await lineOf({ only: 'looks' });
    expect([looks.includes('尚无回执'), looks.split('<li>').length]).toEqual([false, 2]);
    expect((await page({ only: 'files' })).text).toContain('还没有这一类记录');
    expect((await page({ tab: 'open' })).text).toContain(`/desk/cases/${receipt}?tab=open&amp;only=told#timeline`);
  });
});

it('what one may do begins with what moves the case on', async () => {
  const { page, world, receipt, open } = await looking();
  const first = async () => /<ul class="acts"><li><a [^>]*>([^<]+)/.exec((await page()).text)?.[1];
  expect(await first()).toBe('受理');
  await world.order('2026-06-01 12:00', 'county', receipt, { type: 'accept' });
  expect(await first()).toBe('分办');
  await world.close('2026-06-01 13:00', 'county', receipt, { answer: '经查属实，已依法查处并责令改正。' });
  await world.complain('2026-06-02 08:00', {
    sourceId: 'more',
    text: '又有',
    follows: { to: receipt, as: 'supplement' },
  });
  expect(await first()).toBe('重新办理');
  // Of a case that was taken up it asks for nothing but why.
  const { text } = await open('reopen');
  expect(['name="reason"', 'name="procedure', 'name="ownLimit'].map((one) => text.includes(one))).toEqual([
    ...[true, false, false],
  ]);
});

it('an emergency that proved to be none is marked as one no longer, and asks nobody to inform authorities', async () => {
  const analysis = analyse();
  const classification = { ...analysis.classification, urgency: 'emergency' as const };
  const { page, act } = await looking(() => ({ ...analysis, classification }));
  const said = async () => {
    const { text } = await page();
    const [, first] = /<ul class="acts"><li><a [^>]*>([^<]+)/.exec(text) ?? [];
    return [text.includes('soon">突发'), text.includes('尚未登记联动通报'), first === '报告突发环境事件'];
  };
  expect(await said()).toEqual([true, true, true]);
  await act('report-incident', { kind: 'unfounded', words: '锅炉排汽' });
  expect(await said()).toEqual([false, false, false]);
});

it('an answer is told once, whole, and not again in its parts', async () => {
  const { act, page } = await looking();
  await act('accept', {});
  const measures = { truth: 'mostly', measures: '责令整改 2' };
  await act('propose-closing', { facts: '夜间施工未取得证明。', opinion: '已责令停止夜间施工。', ...measures });
  const { text } = await page();
  const timeline = text.slice(text.indexOf('<ol class="timeline">'));
  for (const said of ['夜间施工未取得证明。', '已责令停止夜间施工。', '处理措施：'])
    expect([said, timeline.split(said).length - 1]).toEqual([said, 1]);
});

it('clocks of one duty are told apart by their names, others need none', () => {
  const [sixty, months, handle] = ['duty-reconsideration', 'duty-suit', 'handle'].map((name) => ({
    name,
    policy: '2026-2',
  }));
  const said = (clock: typeof sixty) => dutyAmong(clock!, [sixty!, months!, handle!], rules().policies);
  expect(said(sixty)).toBe('履行职责并答复信访人（履职六十日）');
  expect(said(months)).toBe('履行职责并答复信访人（履职两个月）');
  expect(said(handle)).toBe('办结并答复信访人');
});

describe('correcting what the rules made of a case', () => {
  it('begins with what the case has, so that only what is wrong is changed', async () => {
    const { open, world, receipt } = await looking();
    const change = { type: 'reclassify', types: ['大气', '噪声'], matter: 'cooking-fumes', reason: '看了现场' };
    await world.order('2026-06-01 12:00', 'county', receipt, change as StaffCommand);
    const { text } = await open('reclassify');
    const ticked = [...text.matchAll(/name="types-\d+" value="([^"]+)" checked/g)].map(([, type]) => type);
    expect(ticked.toSorted()).toEqual(['噪声', '大气'].toSorted());
    expect(text).toContain('<option value="cooking-fumes" selected>');
  });
});

describe('two cases beside each other', () => {
  it('show what was written in both, and the way to join them', async () => {
    const { world, page, receipt } = await looking();
    const other = await world.complain('2026-06-01 11:00', { sourceId: 'form-2', text: '河边有人倒垃圾。' });
    const { status, text } = await page({ tab: 'open', beside: other.receipt });
    expect(status).toBe(200);
    for (const words of ['浇筑', '河边有人倒垃圾', receipt, other.receipt]) expect(text).toContain(words);
    expect(text).toContain(`/desk/cases/${other.receipt}/acts/join?tab=open&amp;into=${receipt}`);
    expect(text).not.toMatch(/钱测试|13911112222|qian@citizen/);
  });

  it('offer to undo a joining, and show nobody a case that is not theirs', async () => {
    const { world, page, receipt, deps } = await looking();
    const other = await world.complain('2026-06-01 11:00', { sourceId: 'form-2', text: '河边有人倒垃圾。' });
    const join = { type: 'join', into: receipt, reason: '同一工地' } as StaffCommand;
    await world.order('2026-06-01 12:00', 'county', other.receipt, join);
    const { text } = await page({ beside: other.receipt });
    expect(text).toContain(`href="/desk/cases/${other.receipt}/acts/unjoin">撤销并案`);
    const stranger = await logIn(deps, asStaff({ sub: 'n', organ: 'neighbour' }));
    expect((await page({ beside: other.receipt }, stranger)).status).toBe(403);
  });
});

it('an undecided place is a click away from being decided', async () => {
  const candidates = [
    { division: '990102', name: '青禾省禾阳市城北区', score: 0.6 },
    { division: '990203001', name: '青禾省北江市江口区城关镇', score: 0.4 },
  ];
  const judge = () => ({ ...analyse(), place: { division: '990000', name: '青禾省', candidates } });
  const { page, receipt } = await looking(judge);
  const { text } = await page({ tab: 'open' });
  const links = [...text.matchAll(/acts\/correct-place\?tab=open&amp;division=(\d+)">([^<]+)</g)];
  expect(links.map(([, division, name]) => [division, name])).toEqual([
    ['990102', '青禾省禾阳市城北区'],
    ['990203', '青禾省北江市江口区城关镇'],
  ]);
  expect(text).toContain(`/desk/cases/${receipt}/acts/correct-place`);
});

it('a plan of rectification stands there, and what was reached of it is ticked and not numbered by heart', async () => {
  const { act, open, page } = await looking();
  await act('accept', {});
  await act('report-interim', { findings: '已停止夜间施工', remaining: '建隔声屏障' });
  const milestones = '2026-06-20 停产\n2026-06-30 屏障完工';
  await act('plan-rectification', { measures: '建隔声屏障', owner: '项目经理', milestones, end: '2026-07-31' });
  expect((await open('report-progress')).text).toMatch(
    /name="done-1" value="1".*停产（2026年6月20日前）.*name="done-2"/s,
  );
  await act('report-progress', { progress: '已停产', 'done-1': '1' });
  expect((await page()).text).toMatch(
    /停产<span class="sub">2026年6月2日（周二）[^<]*报已完成.*屏障完工<span class="sub">2026年6月30日前/s,
  );
  expect((await open('report-progress')).text).not.toContain('name="done-1"');
});
