import { batchTypesFor } from '../../domain/case/commands/batch-acts.ts';
import { seesCases } from '../../domain/case/rights/rights.ts';
import { type CaseList, listCases } from '../../usecases/staff/list-cases.ts';
import { openElsewhere } from '../../usecases/staff/open-elsewhere.ts';
import { scopesOpenTo } from '../../usecases/staff/visible-list.ts';
import { type Show, seeOther, servingDesk, type Visit, visitPage } from '../shared/desk/desk.ts';
import { shown } from '../shared/staff/shown.ts';
import { traceView } from '../shared/staff/trace-view.ts';
import type { DeskPagesDeps } from './deps.ts';
import { helpPage } from './help-page.ts';
import { type AddressedList, isNarrowed, listIn } from './list-address.ts';
import { listPage } from './list-page.ts';
import { afterDone, besides } from './next-case.ts';
import { showLists, takeList } from './saved-lists.ts';

const beyond = () => import('./lazy-pages.ts');

const queryOf = ({ event }: Visit) => event.queryStringParameters ?? {};

type ListFor = AddressedList & { readonly list: CaseList };

const listFor = async (visit: Visit, deps: DeskPagesDeps): Promise<ListFor> => {
  const addressed = listIn(queryOf(visit));
  const list = shown(await listCases(addressed.query, visit.staff, visit.now, deps));
  const view = `${addressed.query.scope}/${addressed.query.group}`;
  await traceView('list-read', { view }, visit.staff, visit.event, deps);
  return { ...addressed, list };
};

/** Somebody whose work lies in another list than the one that opens must not think that there is none. */
const openBeside = async ({ list, asked, query }: ListFor, { staff, now }: Visit, deps: DeskPagesDeps) =>
  list.cases.length === 0 && query.group === 'open' && !isNarrowed(asked)
    ? await openElsewhere(query.scope, staff, now, deps)
    : [];

/** What most people open first is there at once; a case and the pages of few are loaded with the first of them. */
const ROUTES: Readonly<Record<string, Show<DeskPagesDeps>>> = {
  'GET /desk': async (visit, deps) => {
    const { staff, now } = visit;
    if (!seesCases(staff.role)) return seeOther('/desk/roster');
    const { cursor, done, ticked } = queryOf(visit);
    const [listed, { lists: saved }] = await Promise.all([listFor(visit, deps), deps.savedLists.of(staff.sub)]);
    const { list, asked, unread } = listed;
    const { policies } = deps.context;
    const main = listPage({
      ...{ list, asked, unread, cursor, now, policies, organNameOf: deps.site.organNameOf, isTicked: ticked === 'all' },
      scopes: scopesOpenTo(staff, deps.context),
      elsewhere: await openBeside(listed, visit, deps),
      batchTypes: batchTypesFor(
        list.cases.map(({ state }) => state),
        staff,
        deps.context,
      ),
      saved,
      done: done === undefined ? undefined : (await beyond()).doneNote(done, visit),
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

  'GET /desk/cases/{id}': async (visit, deps) => (await beyond()).showCasePage(visit, deps),

  'GET /desk/cases/{id}/split': async (visit, deps) => (await beyond()).showSplit(visit, deps),

  'GET /desk/reception': async (visit, deps) => (await beyond()).showReception(visit, deps),

  'GET /desk/lists': showLists,

  'GET /desk/help': async (visit, deps) =>
    visitPage(200, visit, deps, { title: '帮助', part: 'help', main: helpPage() }),
};

/** What staff look at in a browser. */
export const createHandler = servingDesk<DeskPagesDeps>(ROUTES, {
  'POST /desk/lists': takeList,
  'POST /desk/reception': async (sending, deps) => (await beyond()).takeReception(sending, deps),
});
