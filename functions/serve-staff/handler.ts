import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod';
import type { Staff } from '../../domain/case/actor.ts';
import type { Outcome } from '../../usecases/cases/command-case.ts';
import { type OpenAttachmentDeps, openAttachment } from '../../usecases/staff/open-attachment.ts';
import {
  commandByStaff,
  type Shown,
  type StaffDeskDeps,
  showCase,
  showEvents,
  showWorklist,
} from '../../usecases/staff/staff-desk.ts';
import { jsonBody, readInput } from '../shared/body.ts';
import { type Answer, answering, json, seeOther } from '../shared/http.ts';
import { logInfo } from '../shared/log.ts';
import { type Occurrence, Refusal } from '../shared/problem.ts';
import type { ProblemName } from '../shared/problems.ts';
import { receivedAt } from '../shared/time.ts';
import { summaryOf, viewOf } from './case-view.ts';
import { CommandBody } from './command-body.ts';
import { recordOf } from './record-view.ts';
import { WorklistParameters } from './worklist-parameters.ts';

type StaffEvent = APIGatewayProxyEventV2WithJWTAuthorizer;
type ServeStaffDeps = StaffDeskDeps & OpenAttachmentDeps;
type Work = (event: StaffEvent, staff: Staff, deps: ServeStaffDeps) => Promise<Answer>;

/** The staff's way in: the gateway has checked the token, here its claims say for which organ its bearer acts. */
export const createHandler = (deps: ServeStaffDeps) =>
  answering<StaffEvent>(async (event) => {
    const work = ROUTES[event.routeKey];
    if (!work) throw new Refusal('unknown-route');
    return await work(event, staffOf(event, deps), deps);
  });

const ROUTES: Readonly<Record<string, Work>> = {
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
  'GET /v1/cases/{id}/complaints/{receipt}/attachments/{number}': async (event, staff, deps) => {
    const { receipt = '', number = '' } = event.pathParameters ?? {};
    const name = { caseId: idOf(event), receipt, number: Number(number) };
    const location = shown(await openAttachment(name, staff, receivedAt(event), deps));
    // From here on S3 knows only that we had it opened, not for whom.
    traceView('attachment-opened', name, staff, event);
    return seeOther(location);
  },
  'POST /v1/cases/{id}/commands': async (event, staff, deps) => {
    const { expectedVersion, ...command } = jsonBody(CommandBody, event);
    return answerTo(await commandByStaff(idOf(event), command, expectedVersion, staff, receivedAt(event), deps));
  },
};

/** 查阅留痕: who of which organ read what, by ids; the name of the person is in the token's issuer, by `sub`. */
function traceView(what: string, ids: Parameters<typeof logInfo>[1], { organ, sub }: Staff, event: StaffEvent): void {
  logInfo(what, { ...ids, organ, sub, traceId: event.requestContext.requestId });
}

function answerTo(outcome: Outcome): Answer {
  switch (outcome.kind) {
    case 'done':
    case 'unchanged':
      return json(200, { version: outcome.state.version, status: outcome.state.status });
    case 'unknown':
      throw new Refusal('unknown-case');
    case 'stale':
      throw new Refusal('stale-version', { detail: `事项现为第${outcome.version}版` });
    case 'refused':
      throw new Refusal(outcome.reason, { detail: outcome.detail });
  }
}

type Obstacle = Exclude<Shown<never, 'not-kept' | 'no-such-page'>['kind'], 'shown'>;

const REFUSALS: Readonly<Record<Obstacle, readonly [ProblemName, Occurrence?]>> = {
  unknown: ['unknown-case'],
  'not-yours': ['not-yours'],
  'not-kept': ['no-such-attachment'],
  'no-such-page': ['invalid-request', { errors: [{ pointer: '/cursor', detail: '不是上一页给出的cursor' }] }],
};

function shown<T>(result: Shown<T, Obstacle>): T {
  if (result.kind === 'shown') return result.value;
  throw new Refusal(...REFUSALS[result.kind]);
}

const idOf = (event: StaffEvent): string => event.pathParameters?.id ?? '';

const Organ = z.object({ organ: z.string().min(1) });

/** The record must know the person: two of one name are told apart by `sub`. */
const Person = z.object({
  sub: z.string().trim().min(1),
  name: z.string().trim().min(1),
  role: z.string().default('staff'),
});

function staffOf(event: StaffEvent, { context }: ServeStaffDeps): Staff {
  const { claims } = event.requestContext.authorizer.jwt;
  const { data: place } = Organ.safeParse(claims);
  if (!place || !context.organs.has(place.organ)) throw new Refusal('no-organ');
  const { data: person } = Person.safeParse(claims);
  if (!person) throw new Refusal('no-person');
  return { kind: 'staff', ...place, ...person };
}
