import { paperOf } from '../../domain/notices/paper.ts';
import { papersOf } from '../../domain/papers/papers.ts';
import type { CaseReader } from '../../usecases/cases/command-case.ts';
import type { Receptions } from '../../usecases/desk/receptions.ts';
import { type CaseList, type ListCasesDeps, listCases } from '../../usecases/staff/list-cases.ts';
import { type SeenCases, scopesOpenTo } from '../../usecases/staff/list-looking.ts';
import { type ReadCaseDeps, showCase, showEvents } from '../../usecases/staff/show-case.ts';
import { type ShowNoticesDeps, showNotices } from '../../usecases/staff/show-notices.ts';
import { type Show, servingDesk, type Visit, visitPage } from '../shared/desk/desk.ts';
import { listOf } from '../shared/desk/paths.ts';
import type { Answer } from '../shared/http.ts';
import { namesIn } from '../shared/staff/names-in.ts';
import { noticesView } from '../shared/staff/notices-view.ts';
import { shown } from '../shared/staff/shown.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { besidePage } from './beside-page.ts';
import { casePage } from './case-page.ts';
import { doneNote, keptNote } from './done.ts';
import { helpPage } from './help-page.ts';
import { type AddressedList, listIn } from './list-address.ts';
import { listPage } from './list-page.ts';
import { showReception, takeReception } from './reception.ts';
import { type SavedListsDeps, showLists, takeList } from './saved-lists.ts';
import { showSplit } from './split-page.ts';
import { timelineKindIn } from './timeline-kinds.ts';
import { afterDone, besides } from './walk.ts';

export interface DeskPagesDeps
  extends SavedListsDeps,
    TraceDeps,
    Omit<ListCasesDeps, 'context'>,
    Omit<ShowNoticesDeps, 'context' | 'cases'>,
    Omit<ReadCaseDeps, 'context'> {
  readonly context: ReadCaseDeps['context'];
  readonly cases: CaseReader & ListCasesDeps['cases'];
  readonly seen: SeenCases;
  readonly receptions: Receptions;
  readonly subtypeNameOf: (subtype: string) => string;
}

const queryOf = ({ event }: Visit) => event.queryStringParameters ?? {};

const listFor = async (visit: Visit, deps: DeskPagesDeps): Promise<AddressedList & { readonly list: CaseList }> => {
  const addressed = listIn(queryOf(visit));
  const list = shown(await listCases(addressed.query, visit.staff, visit.now, deps));
  const view = `${addressed.query.scope}/${addressed.query.group}`;
  await traceView('list-read', { view }, visit.staff, visit.event, deps);
  return { ...addressed, list };
};

const ROUTES: Readonly<Record<string, Show<DeskPagesDeps>>> = {
  'GET /desk': async (visit, deps) => {
    const { staff, now } = visit;
    const { cursor, done, ticked } = queryOf(visit);
    const [{ list, asked, unread }, { lists: saved }] = await Promise.all([
      listFor(visit, deps),
      deps.savedLists.of(staff.sub),
    ]);
    const { policies } = deps.context;
    const main = listPage({
      ...{ list, asked, unread, cursor, now, policies, organNameOf: deps.site.organNameOf, isTicked: ticked === 'all' },
      scopes: scopesOpenTo(staff, deps.context),
      saved,
      done: doneNote(done),
      formFor: visit.formFor,
    });
    return visitPage(200, visit, deps, { title: '工作台', part: 'list', main });
  },

  /** On to another case of a list: after an act, or as somebody goes through it. */
  'GET /desk/next': async (visit, deps) => {
    const query = queryOf(visit);
    const { list } = await listFor(visit, deps);
    return query.to === undefined ? afterDone(list, query) : besides(list, query);
  },

  'GET /desk/cases/{id}': async (visit, deps) => {
    const { staff, now, event } = visit;
    const id = event.pathParameters?.id ?? '';
    const { done, kept, only, beside, ...query } = queryOf(visit);
    if (beside !== undefined) return await showBeside([id, beside], visit, deps);
    const [file, events, told] = await Promise.all([
      showCase(id, staff, now, deps).then(shown),
      showEvents(id, staff, deps).then(shown),
      showNotices(id, staff, now, deps).then(shown),
    ]);
    const { notices } = noticesView(told, deps.context.organs);
    await traceView('case-viewed', { caseId: id, view: 'desk' }, staff, event, deps);
    await deps.seen.saw(staff.sub, id, file.state.version);
    const list = listOf(query);
    const { organNameOf } = deps.site;
    const { subtypeNameOf } = deps;
    const { policies } = deps.context;
    const papers = events.flatMap((one) => {
      const paper = paperOf(one, file.state, deps.context);
      return paper ? [{ ...paper, seq: one.seq }] : [];
    });
    const drawable = papersOf(file.state, events, deps.context);
    const names = { organNameOf, nameOf: namesIn(file.state, deps.context), subtypeNameOf, policies };
    const main = casePage({
      file,
      events,
      notices,
      papers,
      drawable,
      now,
      ...names,
      list,
      only: timelineKindIn(only),
      done: doneNote(done) ?? keptNote(id, kept, list),
    });
    return visitPage(200, visit, deps, { title: file.state.title, part: 'list', main });
  },

  'GET /desk/cases/{id}/split': showSplit,

  'GET /desk/reception': showReception,

  'GET /desk/lists': showLists,

  'GET /desk/help': async (visit, deps) =>
    visitPage(200, visit, deps, { title: '帮助', part: 'help', main: helpPage() }),
};

/** Two cases beside each other: a look at both. */
async function showBeside(ids: readonly [string, string], visit: Visit, deps: DeskPagesDeps): Promise<Answer> {
  const { staff, now, event } = visit;
  const look = async (caseId: string) => {
    const file = shown(await showCase(caseId, staff, now, deps));
    await traceView('case-viewed', { caseId, view: 'beside' }, staff, event, deps);
    return file;
  };
  const [one, other] = await Promise.all([look(ids[0]), look(ids[1])]);
  const main = besidePage({ one, other, list: listOf(queryOf(visit)), organNameOf: deps.site.organNameOf });
  return visitPage(200, visit, deps, { title: '并排比对', part: 'list', main });
}

/** What staff look at in a browser. */
export const createHandler = servingDesk<DeskPagesDeps>(ROUTES, {
  'POST /desk/lists': takeList,
  'POST /desk/reception': takeReception,
});
