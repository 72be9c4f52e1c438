import { memoryPeople } from '../../adapters/memory/people.ts';
import { readTable } from '../../adapters/tables/read-table.ts';
import { STAFF_ACTS, type StaffCommand } from '../../domain/case/acts.ts';
import { ROLE_NAMES } from '../../domain/case/rights/roles.ts';
import type { RosterContact } from '../../domain/organs.ts';
import { HEADINGS } from '../../domain/roster/people-list.ts';
import { createHandler as acts } from '../../functions/desk-acts/handler.ts';
import { createHandler as enter } from '../../functions/desk-enter/handler.ts';
import { createHandler as pages } from '../../functions/desk-pages/handler.ts';
import { createDeskHandler as roster } from '../../functions/keep-people/desk.ts';
import { createDeskHandler as uploads } from '../../functions/offer-material/desk.ts';
import { createDeskHandler as complainant } from '../../functions/reveal-complainant/desk.ts';
import { formKey } from '../../functions/shared/desk/form-key.ts';
import { SENTENCE_ENDS } from '../../functions/shared/desk/split-names.ts';
import { wordsOfAct } from '../../functions/shared/words/act-words.ts';
import { createDeskHandler as access } from '../../functions/show-access/desk.ts';
import { sealDays } from '../../usecases/audit/seal-days.ts';
import { atTheWindow, VISIT } from '../support/at-the-window.ts';
import { county } from '../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn, loginOf } from '../support/desk.ts';
import { pagesWorld } from '../support/pages.ts';

/** A page of the desk as the browser gets it, and how one comes to it. */
export interface DeskPage {
  readonly what: string;
  readonly text: string;
}

const ACT = '/desk/cases/{id}/acts/{act}';
const SEALED = '2026-06-01';
const TWO_PARTS = { 'parts-0-sentences': '1', 'parts-1-sentences': '2' };

const PEOPLE: readonly RosterContact[] = [
  { role: 'handler', name: '孔经办', sub: 'county-handler', email: 'kong@county.example', phone: '13900000001' },
  { role: 'leader', name: '局长', sub: 'county-head', phone: '13900000002' },
];

type Desk = Awaited<ReturnType<typeof openDesk>>;

/** The county's desk in memory, where anybody may ask for a page or send a form. */
async function openDesk() {
  const desk = await county();
  const { deps, receipt, at } = desk;
  const uploadForm = async () => ({ action: 'https://inbox.example/', fields: {} });
  const context = {
    ...deps.context,
    organs: new Map([...deps.context.organs].map(([id, organ]) => [id, { ...organ, contacts: PEOPLE }])),
  };
  const { form } = pagesWorld();
  const all = { ...deps, context, form, people: memoryPeople(), readTable, uploadForm, newSecret: () => 'secret' };
  const handlers = {
    ...{ pages: pages(deps), acts: acts(deps), access: access(deps), complainant: complainant(deps) },
    ...{ roster: roster(all), uploads: uploads(all), enter: enter(all as never), login: loginOf(deps) },
  };
  const get = async (
    name: keyof typeof handlers,
    route: string,
    {
      role = 'head',
      act = '',
      query,
      form,
    }: { role?: string; act?: string; query?: Record<string, string>; form?: object } = {},
  ): Promise<DeskPage> => {
    const cookies = await logIn(deps, asStaff({ sub: `county-${role}`, role }));
    const address = route.replace(/^\S+ /, '').replace('{id}', receipt).replace('{act}', act);
    const keys = formKey('key-0123456789abcdef', cookies[0]!.split('=')[1]!, address);
    const sent = form && { form: { ...keys, ...form } as Record<string, string> };
    const { text } = await ask(handlers[name], route, {
      path: { id: receipt, act },
      cookies,
      at,
      ...(query && { query }),
      ...sent,
    });
    return { what: `${route.replace('{act}', act)} ${role}`, text };
  };
  return { ...desk, get };
}

/** Every page of the desk, in each of its states that look different. */
export async function* everyPage(): AsyncGenerator<DeskPage> {
  const desk = await openDesk();
  yield* aroundCases(desk);
  yield* ofTheOffice(desk);
  yield* ofTheWindow();
  yield* ofTheCase(desk);
  for (const type of Object.keys(STAFF_ACTS) as StaffCommand['type'][]) yield* ofTheAct(desk, type);
  await desk.act('accept', {});
  await desk.act('record-visit', { on: '2026-06-02', people: '某某', findings: '现场已停工。' });
  yield* ofTheCase(desk);
  yield await desk.get('acts', `POST ${ACT}`, {
    act: 'note',
    form: { do: 'act', version: '1', words: '已电话联系。' },
  });
  yield* ofSplitting(desk);
  await desk.act('propose-closing', { facts: '夜间施工未取得证明。', opinion: '已责令停止夜间施工。' });
  yield* ofTheCase(desk);
  yield await desk.get('acts', `GET ${ACT}`, { role: 'reviewer', act: 'close' });
}

async function* aroundCases({ get, receipt }: Desk): AsyncGenerator<DeskPage> {
  for (const role of ROLE_NAMES) yield await get('pages', 'GET /desk', { role });
  yield await get('pages', 'GET /desk', { query: { by: 'receipt', q: '12345', ticked: 'all' } });
  for (const page of ['lists', 'help']) yield await get('pages', `GET /desk/${page}`);
  yield await get('roster', 'GET /desk/roster');
  yield await get('roster', 'GET /desk/roster', { query: { organ: 'county', edit: '0' } });
  yield await get('roster', 'GET /desk/roster', { query: { organ: 'county', list: '' } });
  const list = `${HEADINGS.join(',')}\ncounty,,经办人,新来的,,13900000008`;
  for (const act of ['list', 'list-take'])
    yield await get('roster', 'POST /desk/roster', { form: { do: act, organ: 'county', list } });
  yield await get('roster', 'POST /desk/roster', { form: { do: 'list', organ: 'county', list: 'county' } });
  yield await get('access', 'GET /desk/access', { role: 'auditor' });
  yield await get('access', 'GET /desk/access', { role: 'auditor', query: { case: receipt } });
  yield await get('access', 'GET /desk/access');
  yield await get('enter', 'GET /desk/enter');
  yield await get('enter', 'POST /desk/enter', { form: { do: 'enter', channel: 'visit' } });
  yield await get('acts', 'POST /desk/batch', { form: { act: 'accept' } });
  for (const act of ['accept', 'assign', 'distribute', 'send-way'])
    yield await get('acts', 'POST /desk/batch', { form: { act, 'case-0': `${receipt}.9` } });
  yield await get('acts', 'POST /desk/batch', { form: { act: 'accept', do: 'act', 'case-0': `${receipt}.9` } });
  yield await get('acts', 'POST /desk/batch', { form: { proof: 'forged' } });
  for (const why of ['', 'out', 'failed']) yield await get('login', 'GET /login', { query: { why } });
}

/** What an organ does besides its cases: receives people, chooses what it hears of, has its days sealed. */
async function* ofTheOffice({ get, deps, world, receipt }: Desk): AsyncGenerator<DeskPage> {
  const role = 'petition';
  yield await get('pages', 'GET /desk/reception', { role });
  const row = { 'row-0-time': '14:30', 'row-0-case': receipt, 'row-0-people': '3', 'row-0-remark': '带了照片' };
  const day = { on: '2026-06-02', place: '一楼接待室', ...row };
  yield await get('pages', 'POST /desk/reception', { role, form: { ...day, 'row-1-time': '下午' } });
  await get('pages', 'POST /desk/reception', { role, form: { ...day, leader: '周局长' } });
  yield await get('pages', 'GET /desk/reception', { role, query: { on: day.on } });
  yield await get('roster', 'GET /desk/digests');
  yield await get('enter', 'GET /desk/enter/scans', { role });
  await world.relayNew();
  await sealDays(SEALED, [], { entries: world.entries, keep: deps.ledgers.keep, sha256: deps.sha256 });
  yield await get('access', 'GET /desk/seals', { role: 'auditor' });
  yield await get('access', 'GET /desk/seals', { role: 'auditor', query: { day: SEALED, hash: '0'.repeat(64) } });
}

/** What somebody says who came: an earlier case that it may be, and the receipt that they take along. */
async function* ofTheWindow(): AsyncGenerator<DeskPage> {
  const { send } = await atTheWindow();
  for (const done of ['look', 'enter']) {
    const { text } = await send({ ...VISIT, do: done });
    yield { what: `POST /desk/enter ${done}`, text };
  }
}

async function* ofTheCase({ get, receipt }: Desk): AsyncGenerator<DeskPage> {
  for (const role of ['handler', 'reviewer', 'auditor']) yield await get('pages', 'GET /desk/cases/{id}', { role });
  for (const query of [{ only: 'told', kept: 'accept' }, { beside: receipt }])
    yield await get('pages', 'GET /desk/cases/{id}', { query });
  yield await get('uploads', 'GET /desk/cases/{id}/uploads');
  yield await get('complainant', 'GET /desk/cases/{id}/complainant');
  yield await get('complainant', 'POST /desk/cases/{id}/complainant', { form: { reason: 'facts' } });
}

/** Which sentences are which part, one of them named wrongly, and then whose each part is. */
async function* ofSplitting({ get, receipt }: Desk): AsyncGenerator<DeskPage> {
  const begun = await get('pages', 'GET /desk/cases/{id}/split');
  yield begun;
  const { version, [SENTENCE_ENDS]: ends } = hiddenOf(begun.text, `/desk/cases/${receipt}/acts/split`);
  const known = { version, [SENTENCE_ENDS]: ends };
  for (const form of [{ do: 'next' }, { do: 'next', ...TWO_PARTS }, { do: 'act', ...TWO_PARTS }])
    yield await get('acts', `POST ${ACT}`, { act: 'split', form: { ...known, ...form } });
}

/** Its form, and the same sent with nothing in it. */
async function* ofTheAct({ get }: Desk, act: StaffCommand['type']): AsyncGenerator<DeskPage> {
  if (wordsOfAct(act).page !== undefined) return;
  yield await get('acts', `GET ${ACT}`, { act });
  yield await get('acts', `POST ${ACT}`, { act, form: { do: 'preview' } });
}
