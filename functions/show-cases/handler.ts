import { type ListCasesDeps, listCases } from '../../usecases/staff/list-cases.ts';
import { readInput } from '../shared/http/body.ts';
import { json } from '../shared/http/http.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { ListParameters, listQueryOf } from '../shared/staff/list-parameters.ts';
import { listViewOf } from '../shared/staff/list-view.ts';
import { shown } from '../shared/staff/shown.ts';
import { traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';
import type { ONE_CASE, ShowOneDeps } from './one-case.ts';
import { organsView } from './organs-view.ts';

type ShowCasesDeps = ShowOneDeps & ListCasesDeps;

/** What it takes to show a case is loaded with the first: a list does not wait for it. */
const ofOneCase =
  (route: keyof typeof ONE_CASE): Work<ShowCasesDeps> =>
  async (...asked) =>
    (await import('./one-case.ts')).ONE_CASE[route](...asked);

const ROUTES: Readonly<Record<string, Work<ShowCasesDeps>>> = {
  'GET /v1/cases': async (event, staff, deps) => {
    const query = listQueryOf(readInput(ListParameters, event.queryStringParameters ?? {}));
    const list = shown(await listCases(query, staff, receivedAt(event), deps));
    await traceView('list-read', { view: `${query.scope}/${query.group}` }, staff, event, deps);
    return json(200, listViewOf(list, deps.context.organs));
  },
  'GET /v1/organs': async (_, __, { context }) => json(200, organsView(context.organs)),
  'GET /v1/cases/{id}': ofOneCase('GET /v1/cases/{id}'),
  'GET /v1/cases/{id}/events': ofOneCase('GET /v1/cases/{id}/events'),
  'GET /v1/cases/{id}/notices': ofOneCase('GET /v1/cases/{id}/notices'),
};

/** What staff look at: lists, cases, and what happened to them. */
export const createHandler = deskOf(ROUTES);
