import { type ListCasesDeps, listCases } from '../../usecases/staff/list-cases.ts';
import { type DeskDeps, type Show, showingDesk, type Visit } from '../shared/desk/desk.ts';
import { type DeskPage, deskAnswer } from '../shared/desk/page.ts';
import { shown } from '../shared/staff/shown.ts';
import { helpPage } from './help-page.ts';
import { listPage } from './list-page.ts';

export type DeskPagesDeps = DeskDeps & ListCasesDeps;

const page = (visit: Visit, deps: DeskPagesDeps, parts: Omit<DeskPage, 'bearer'>) =>
  deskAnswer(200, { ...parts, bearer: { staff: visit.staff, logOut: visit.formFor('/logout') } }, deps.site);

const ROUTES: Readonly<Record<string, Show<DeskPagesDeps>>> = {
  'GET /desk': async (visit, deps) => {
    const { staff, now, event } = visit;
    const { organNameOf } = deps.site;
    const cursor = event.queryStringParameters?.cursor;
    const list = shown(await listCases({ scope: 'organ', group: 'all', cursor }, staff, now, deps));
    const nextHref = list.cursor && `/desk?cursor=${list.cursor}`;
    const main = listPage({ list, organName: organNameOf(staff.organ), now, organNameOf, nextHref });
    return page(visit, deps, { title: '工作台', part: 'list', main });
  },
  'GET /desk/help': async (visit, deps) => page(visit, deps, { title: '帮助', part: 'help', main: helpPage() }),
};

/** What staff look at in a browser. */
export const createHandler = showingDesk(ROUTES);
