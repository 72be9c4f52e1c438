import { describe, expect, it } from 'vitest';
import { memoryPeople } from '../../../adapters/memory/people.ts';
import { readTable } from '../../../adapters/tables/read-table.ts';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import type { RosterContact } from '../../../domain/organs.ts';
import { createDeskHandler as roster } from '../../../functions/keep-people/desk.ts';
import { createDeskHandler as complainant } from '../../../functions/reveal-complainant/desk.ts';
import { county, HEAD, MINUTE } from '../../support/county-desk.ts';
import { ask, hiddenOf, logIn } from '../../support/desk.ts';

const LEADER: RosterContact = { role: 'leader', name: '局长', sub: HEAD.sub, phone: '13900000002' };

/** The head of the county, whose session ends while they write. */
async function writing() {
  const desk = await county();
  const { deps, receipt, at, acts, pages } = desk;
  const people = memoryPeople();
  const organ = { ...deps.context.organs.get('county')!, contacts: [LEADER] };
  const context = { ...deps.context, organs: new Map([...deps.context.organs, ['county', organ]]) };
  const handlers = {
    ...{ acts, pages, complainant: complainant(deps) },
    roster: roster({ ...deps, context, people, readTable }),
  };
  const path = (act: string) => ({ id: receipt, act });
  const open = (form: Form, cookies: readonly string[], query = form.query ?? {}) =>
    ask(handlers[form.by], `GET ${form.page}`, { path: path(form.act ?? ''), query, cookies, at });
  /** Writes what is not sent before the session has ended; gives what they see where the log-in leads them. */
  const comeBack = async (form: Form, fields = form.fields(receipt), meanwhile = async () => {}) => {
    const before = await open(form, desk.cookies);
    const sentTo = form.sentTo.replace('{id}', receipt).replace('{act}', form.act ?? '');
    deps.computer.at += 45 * MINUTE;
    const route = form.sentTo === '/desk/batch' || form.sentTo === '/desk/lists' ? form.sentTo : form.page;
    const late = await ask(handlers[form.takenBy ?? form.by], `POST ${route}`, {
      path: path(form.act ?? ''),
      form: { ...hiddenOf(before.text, sentTo), ...fields },
      cookies: desk.cookies,
      at,
    });
    const to = new URL(decodeURIComponent(String(late.location).replace('/login?to=', '')), 'https://huiyin.example');
    const leads = to.pathname === '/desk/batch' || to.pathname === '/desk/lists' ? to.pathname : form.page;
    await meanwhile();
    const again = { ...form, page: leads, by: form.takenBy ?? form.by };
    const { text } = await open(again, await logIn(deps, HEAD), Object.fromEntries(to.searchParams));
    return { text, leads: to.pathname };
  };
  return { ...desk, handlers, people, comeBack, open };
}

interface Form {
  readonly by: 'acts' | 'pages' | 'complainant' | 'roster';
  readonly page: string;
  readonly act?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly sentTo: string;
  readonly takenBy?: 'acts';
  readonly fields: (receipt: string) => Record<string, string>;
  readonly sees: RegExp;
}

const ACT = '/desk/cases/{id}/acts/{act}';
const FORMS: Readonly<Record<string, Form>> = {
  'of an act': {
    ...{ by: 'acts', page: ACT, act: 'note', sentTo: ACT },
    fields: () => ({ words: '明天上午去现场', do: 'act' }),
    sees: /明天上午去现场/,
  },
  'for many cases': {
    ...{ by: 'pages', page: '/desk', sentTo: '/desk/batch', takenBy: 'acts' },
    fields: (receipt) => ({ act: 'assign', 'case-0': `${receipt}.1`, reason: '同一片区', do: 'act' }),
    sees: /批量交办：1件.*您勾选和填写的都还在.*同一片区/s,
  },
  'of a colleague': {
    ...{ by: 'roster', page: '/desk/roster', query: { organ: 'county', edit: '1' }, sentTo: '/desk/roster' },
    fields: () => ({ role: 'handler', name: '新来的', phone: '13900000009', do: 'save' }),
    sees: /value="新来的"/,
  },
  'of an absence': {
    ...{ by: 'roster', page: '/desk/roster', query: { organ: 'county' }, sentTo: '/desk/roster' },
    fields: () => ({ index: '0', from: '2026-07-01', to: '2026-07-03', reason: '休假', do: 'away' }),
    sees: /<details open><summary>登记离岗.*value="2026-07-01".*value="2026-07-03".*value="休假"/s,
  },
  'of all people as one list': {
    ...{ by: 'roster', page: '/desk/roster', query: { organ: 'county', list: '' }, sentTo: '/desk/roster' },
    fields: () => ({ list: '机构编号\t角色\ncounty\t值班室', do: 'list' }),
    sees: /<textarea[^>]*name="list"[^>]*>\n机构编号\t角色\ncounty\t值班室</,
  },
  'that asks who complained': {
    ...{ by: 'complainant', page: '/desk/cases/{id}/complainant', sentTo: '/desk/cases/{id}/complainant' },
    fields: () => ({ reason: 'facts' }),
    sees: /value="facts" checked/,
  },
  'that names a list': {
    ...{ by: 'pages', page: '/desk', query: { tab: 'overdue' }, sentTo: '/desk/lists' },
    fields: () => ({ name: '我的超期件', do: 'save' }),
    sees: /您起的名字还在.*value="我的超期件"/s,
  },
};

describe('what somebody wrote while their session ran out', () => {
  it.each(Object.entries(FORMS))('stands in the form %s again once they have logged in', async (_, form) => {
    const { comeBack } = await writing();
    expect((await comeBack(form)).text).toMatch(form.sees);
  });

  it('comes with who changed the case meanwhile, before anything is sent', async () => {
    const { comeBack, world, receipt } = await writing();
    const form = FORMS['of an act']!;
    await world.order('2026-06-02 09:00', 'city/head', receipt, { type: 'note', words: '已看' } as StaffCommand);
    const { text } = await comeBack(form, { ...form.fields(receipt), version: '1' });
    expect(text).toMatch(/city局 单位负责人/);
    expect(text).toContain('明天上午去现场');
  });

  it('is read out, and in nobody’s form, where a colleague changed the roster meanwhile', async () => {
    const { comeBack, people, open, deps } = await writing();
    const form = { ...FORMS['of a colleague']!, query: { organ: 'county', edit: '0' } };
    const after = [{ ...LEADER, name: '王五' }];
    const by = { organ: 'city', role: 'head', sub: 'city-head', name: '李市长' } as const;
    const change = { organ: 'county', version: 1, at: '2026-06-02T01:10:00.000Z', by, reason: '调岗' };
    const { text } = await comeBack(form, { ...form.fields(''), name: '赵六' }, async () => {
      await people.change({ ...change, before: [LEADER], after });
    });
    expect(text).toMatch(/李市长于2026年6月2日（周二）09:10改过通讯录.*姓名“赵六”、手机“13900000009”/);
    expect(text).not.toContain('修改：');
    expect((await open(form, await logIn(deps, HEAD))).text).toMatch(/修改：王五.*value="王五"/s);
  });
});

describe('a draft that somebody keeps', () => {
  it('waits through a log-out, and is done from there', async () => {
    const { act, deps, open, receipt, status } = await writing();
    const kept = await act('transfer', { do: 'keep', department: '城管局', explanation: '归城管，请知悉。' });
    expect(kept).toMatchObject({ status: 303, location: `/desk/cases/${receipt}?kept=transfer` });
    expect(await status()).toBe('registered');
    const form: Form = { by: 'acts', page: ACT, act: 'transfer', sentTo: ACT, fields: () => ({}), sees: /./ };
    const { text } = await open(form, await logIn(deps, HEAD));
    expect(text).toContain('您写的内容都还在');
    expect(text).toContain('归城管，请知悉。');
  });

  it('is a click away from the case that it is about', async () => {
    const { act, pages, cookies, at, receipt } = await writing();
    await act('transfer', { do: 'keep', department: '城管局' });
    const query = { kept: 'transfer', tab: 'soon' };
    const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, query, cookies, at });
    expect(text).toContain(`<a href="/desk/cases/${receipt}/acts/transfer?tab=soon">继续填写：移送</a>`);
  });
});
