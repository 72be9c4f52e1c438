import { wayFactsOf } from '../../domain/case/handling-ways.ts';
import { type ListCasesDeps, listCases } from '../../usecases/staff/list-cases.ts';
import type { SeenCases } from '../../usecases/staff/list-looking.ts';
import { type ShowCaseDeps, showCase, showEvents } from '../../usecases/staff/show-case.ts';
import { type ShowNoticesDeps, showNotices } from '../../usecases/staff/show-notices.ts';
import { readInput } from '../shared/body.ts';
import { json } from '../shared/http.ts';
import { viewOf } from '../shared/staff/case-view.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { ListParameters, listQueryOf } from '../shared/staff/list-parameters.ts';
import { listViewOf } from '../shared/staff/list-view.ts';
import { noticesView } from '../shared/staff/notices-view.ts';
import { shown } from '../shared/staff/shown.ts';
import { idOf } from '../shared/staff/staff.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';
import { organsView } from './organs-view.ts';
import { recordOf } from './record-view.ts';

type ShowCasesDeps = TraceDeps & ShowCaseDeps & ShowNoticesDeps & ListCasesDeps & { readonly seen: SeenCases };

const ROUTES: Readonly<Record<string, Work<ShowCasesDeps>>> = {
  'GET /v1/cases': async (event, staff, deps) => {
    const query = listQueryOf(readInput(ListParameters, event.queryStringParameters ?? {}));
    const list = shown(await listCases(query, staff, receivedAt(event), deps));
    await traceView('list-read', { view: `${query.scope}/${query.group}` }, staff, event, deps);
    return json(200, listViewOf(list, deps.context.organs));
  },
  'GET /v1/organs': async (_, __, { context }) => json(200, organsView(context.organs)),
  'GET /v1/cases/{id}': async (event, staff, deps) => {
    const now = receivedAt(event);
    const file = shown(await showCase(idOf(event), staff, now, deps));
    await traceView('case-viewed', { caseId: idOf(event), view: 'case' }, staff, event, deps);
    await deps.seen.saw(staff.sub, file.state.id, file.state.version);
    return json(200, viewOf(file, deps.waysOf(wayFactsOf(file.state), now)));
  },
  'GET /v1/cases/{id}/events': async (event, staff, deps) => {
    const events = shown(await showEvents(idOf(event), staff, deps));
    await traceView('case-viewed', { caseId: idOf(event), view: 'events' }, staff, event, deps);
    return json(200, { events: events.map(recordOf) });
  },
  'GET /v1/cases/{id}/notices': async (event, staff, deps) => {
    const notices = shown(await showNotices(idOf(event), staff, receivedAt(event), deps));
    await traceView('case-viewed', { caseId: idOf(event), view: 'notices' }, staff, event, deps);
    return json(200, noticesView(notices, deps.context.organs));
  },
};

/** What staff look at: lists, cases, and what happened to them. */
export const createHandler = deskOf(ROUTES);
