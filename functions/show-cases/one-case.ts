import { wayFactsOf } from '../../domain/case/outside/handling-ways.ts';
import { type ShowCaseDeps, showCase, showEvents } from '../../usecases/staff/show-case.ts';
import { type ShowNoticesDeps, showNotices } from '../../usecases/staff/show-notices.ts';
import type { SeenCases } from '../../usecases/staff/visible-list.ts';
import { json } from '../shared/http/http.ts';
import { viewOf } from '../shared/staff/case-view.ts';
import type { Work } from '../shared/staff/desk.ts';
import { noticesView } from '../shared/staff/notices-view.ts';
import { shown } from '../shared/staff/shown.ts';
import { idOf } from '../shared/staff/staff.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';
import { recordOf } from './record-view.ts';

export type ShowOneDeps = TraceDeps & ShowCaseDeps & ShowNoticesDeps & { readonly seen: SeenCases };

/** What is asked about one case. */
export const ONE_CASE = {
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
} as const satisfies Readonly<Record<string, Work<ShowOneDeps>>>;
