import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Answer } from '../http/http.ts';
import type { Work } from '../staff/desk.ts';
import type { StaffEvent } from '../staff/staff.ts';
import { type DeskDeps, type Show, showingDesk } from './desk.ts';

type Serve<Event> = (event: Event, context: Context) => Promise<Answer>;

/**
 * What these routes of the API show, shown at the desk as well: by the session instead of a token, with the same rights,
 * on the same record. "/v1/…" is "/desk/…" there; what goes wrong is told on a page.
 */
export const showingSame = <Deps extends DeskDeps>(routes: Readonly<Record<string, Work<Deps>>>) =>
  showingDesk<Deps>(
    Object.fromEntries(
      Object.entries(routes).map(([route, work]): [string, Show<Deps>] => [
        route.replace(' /v1/', ' /desk/'),
        ({ event, staff }, deps) => work(event, staff, deps),
      ]),
    ),
  );

/** A function that stands behind the API and behind the desk: each host has routes of its own. */
export const servingBoth =
  (api: Serve<StaffEvent>, desk: Serve<APIGatewayProxyEventV2>): Serve<StaffEvent> =>
  (event, context) =>
    (event.routeKey.includes(' /desk') ? desk : api)(event, context);
