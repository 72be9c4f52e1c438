import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Staff } from '../../../domain/case/people/actor.ts';
import type { Roster } from '../../../domain/organs.ts';
import { type Answer, answering } from '../http/http.ts';
import { Refusal } from '../http/problem.ts';
import { type StaffEvent, staffOf } from './staff.ts';

/** What one route of staff does, for whoever asks. */
export type Work<Deps> = (event: APIGatewayProxyEventV2, staff: Staff, deps: Deps) => Promise<Answer>;

/** A way in for staff: by the route, once the token says who asks. */
export const deskOf =
  <Deps extends { readonly context: Pick<Roster, 'organs'> }>(routes: Readonly<Record<string, Work<Deps>>>) =>
  (deps: Deps): ((event: StaffEvent, context: Context) => Promise<Answer>) =>
    answering<StaffEvent>(async (event) => {
      const work = routes[event.routeKey];
      if (!work) throw new Refusal('unknown-route');
      return await work(event, staffOf(event, deps.context), deps);
    });
