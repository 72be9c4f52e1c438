import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod';
import type { Outcome } from '../../usecases/command-case.ts';
import {
  commandByStaff,
  type Staff,
  type StaffDeskDeps,
  showCase,
  showEvents,
  showWorklist,
} from '../../usecases/staff-desk.ts';
import { jsonBody, readInput } from '../shared/body.ts';
import { type Answer, answering, json } from '../shared/http.ts';
import { Refusal } from '../shared/problem.ts';
import { receivedAt } from '../shared/time.ts';
import { summaryOf, viewOf } from './case-view.ts';
import { CommandBody } from './command-body.ts';
import { WorklistParameters } from './worklist-parameters.ts';

type StaffEvent = APIGatewayProxyEventV2WithJWTAuthorizer;
type Work = (event: StaffEvent, staff: Staff, deps: StaffDeskDeps) => Promise<Answer>;

const UNKNOWN = { status: 404, slug: 'unknown-case', title: '没有这个信访事项' };
const NOT_YOURS = { status: 403, slug: 'not-yours', title: '不是本单位负责的事项' };

/** The staff's way in: the gateway has checked the token, here its claims say for which organ its bearer acts. */
export const createHandler = (deps: StaffDeskDeps) =>
  answering<StaffEvent>(async (event) => {
    const work = ROUTES[event.routeKey];
    if (!work) throw new Refusal({ status: 404, slug: 'unknown-route', title: '没有这个接口' });
    return await work(event, staffOf(event), deps);
  });

const ROUTES: Readonly<Record<string, Work>> = {
  'GET /v1/cases': async (event, staff, deps) => {
    const {
      organ = staff.organ,
      status,
      due,
      way,
      cursor,
    } = readInput(WorklistParameters, event.queryStringParameters ?? {});
    const list = shown(await showWorklist({ organ, status, dueBefore: due, cursor }, staff, deps));
    const now = receivedAt(event);
    const fitting = way
      ? list.cases.filter((state) => deps.waysOf(state, now).some((fits) => fits.way === way))
      : list.cases;
    return json(200, { cases: fitting.map(summaryOf), cursor: list.cursor });
  },
  'GET /v1/cases/{id}': async (event, staff, deps) => {
    const file = shown(await showCase(idOf(event), staff, deps));
    return json(200, viewOf(file, deps.waysOf(file.state, receivedAt(event))));
  },
  'GET /v1/cases/{id}/events': async (event, staff, deps) =>
    json(200, { events: shown(await showEvents(idOf(event), staff, deps)) }),
  'POST /v1/cases/{id}/commands': async (event, staff, deps) => {
    const { expectedVersion, ...command } = jsonBody(CommandBody, event);
    return answerTo(await commandByStaff(idOf(event), command, expectedVersion, staff, receivedAt(event), deps));
  },
};

function answerTo(outcome: Outcome): Answer {
  switch (outcome.kind) {
    case 'done':
    case 'unchanged':
      return json(200, { version: outcome.state.version, status: outcome.state.status });
    case 'unknown':
      throw new Refusal(UNKNOWN);
    case 'stale':
      throw new Refusal({
        status: 409,
        slug: 'stale-version',
        title: `事项现为第${outcome.version}版，请刷新后重试`,
      });
    case 'refused':
      if (outcome.reason === 'not-yours') throw new Refusal({ ...NOT_YOURS, title: outcome.detail });
      throw new Refusal({ status: 422, slug: 'not-allowed', title: outcome.detail });
  }
}

function shown<T>(result: { kind: 'shown'; value: T } | { kind: 'unknown' | 'not-yours' }): T {
  if (result.kind === 'shown') return result.value;
  throw new Refusal(result.kind === 'unknown' ? UNKNOWN : NOT_YOURS);
}

const idOf = (event: StaffEvent): string => event.pathParameters?.id ?? '';

const Claims = z.object({ organ: z.string().min(1), role: z.string().default('staff'), name: z.string().default('') });

function staffOf(event: StaffEvent): Staff {
  const claims = Claims.safeParse(event.requestContext.authorizer.jwt.claims);
  if (!claims.success) throw new Refusal({ status: 403, slug: 'no-organ', title: '登录信息中没有所属单位' });
  return { kind: 'staff', ...claims.data };
}
