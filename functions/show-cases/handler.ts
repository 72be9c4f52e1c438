import { type ShowCaseDeps, showCase, showEvents } from '../../usecases/staff/show-case.ts';
import { showWorklist, type WorklistDeps } from '../../usecases/staff/worklist.ts';
import { readInput } from '../shared/body.ts';
import { json } from '../shared/http.ts';
import { summaryOf, viewOf } from '../shared/staff/case-view.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { shown } from '../shared/staff/shown.ts';
import { idOf } from '../shared/staff/staff.ts';
import { traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';
import { recordOf } from './record-view.ts';
import { WorklistParameters } from './worklist-parameters.ts';

type ShowCasesDeps = ShowCaseDeps & WorklistDeps;

const ROUTES: Readonly<Record<string, Work<ShowCasesDeps>>> = {
  'GET /v1/cases': async (event, staff, deps) => {
    const {
      organ = staff.organ,
      status,
      due,
      way,
      reopening,
      cursor,
    } = readInput(WorklistParameters, event.queryStringParameters ?? {});
    const asked = reopening ? { asksReopening: true } : {};
    const list = shown(await showWorklist({ organ, status, dueBefore: due, ...asked, cursor }, staff, deps));
    const now = receivedAt(event);
    const fitting = way
      ? list.cases.filter((state) => deps.waysOf(state, now).some((fits) => fits.way === way))
      : list.cases;
    return json(200, { cases: fitting.map(summaryOf), cursor: list.cursor });
  },
  'GET /v1/cases/{id}': async (event, staff, deps) => {
    const now = receivedAt(event);
    const file = shown(await showCase(idOf(event), staff, now, deps));
    traceView('case-viewed', { caseId: idOf(event), view: 'case' }, staff, event);
    return json(200, viewOf(file, deps.waysOf(file.state, now)));
  },
  'GET /v1/cases/{id}/events': async (event, staff, deps) => {
    const events = shown(await showEvents(idOf(event), staff, deps));
    traceView('case-viewed', { caseId: idOf(event), view: 'events' }, staff, event);
    return json(200, { events: events.map(recordOf) });
  },
};

/** What staff look at: lists, cases, and what happened to them. */
export const createHandler = deskOf(ROUTES);
