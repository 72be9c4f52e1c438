import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { memoryAccessRecord } from '../../adapters/memory/access-record.ts';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { waysFor } from '../../domain/case/outside/handling-ways.ts';
import type { Submission } from '../../domain/complaint.ts';
import type { OpenCaseDeps } from '../../usecases/registration/open-case.ts';
import type { ReadCaseDeps } from '../../usecases/staff/show-case.ts';
import { requestEvent } from './intake.ts';
import { listsOfCases } from './lists.ts';
import { beijing, handlingWays, matters } from './rules.ts';
import { staffDesk } from './staff-desk.ts';
import { newWorld, rules } from './world.ts';

/** The routes of staff, as the gateway names them. */
export const LIST = 'GET /v1/cases';
export const EXPORT = 'GET /v1/cases/export';
export const CASE = 'GET /v1/cases/{id}';
export const EVENTS = 'GET /v1/cases/{id}/events';
export const NOTICES = 'GET /v1/cases/{id}/notices';
export const FILE = 'GET /v1/cases/{id}/complaints/{receipt}/attachments/{number}';
export const UPLOAD = 'POST /v1/cases/{id}/uploads';
export const MATERIAL = 'GET /v1/cases/{id}/materials/{number}';
export const PRINT = 'GET /v1/cases/{id}/print';
export const PAPER = 'GET /v1/cases/{id}/papers/{number}';
export const ARCHIVE = 'GET /v1/cases/{id}/archive';
export const DOCUMENTS = 'GET /v1/cases/{id}/documents';
export const DOCUMENT = 'GET /v1/cases/{id}/documents/{kind}';
export const COMPLAINANT = 'POST /v1/cases/{id}/complainant';
export const ACCESS = 'GET /v1/access';
export const COMMAND = 'POST /v1/cases/{id}/commands';

export const CLAIMS = { sub: 'county-officer', organ: 'county', role: 'head', name: '经办人' };

interface Call {
  readonly claims?: Record<string, unknown>;
  readonly id?: string;
  /** Further parameters of the path. */
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A world with one case, and the way to ask for it as its staff do. */
export async function office(
  changes: Partial<Submission> = {},
  understand?: OpenCaseDeps['analyse'],
  { post, ...more }: Pick<ReadCaseDeps, 'history'> & { readonly post?: Parameters<typeof newWorld>[0] } = {},
) {
  const world = newWorld(post, understand);
  const matter = { target: '某工地', address: '新河路12号', ...changes };
  const { receipt } = await world.complain('2026-06-01 10:00', matter);
  const real =
    <Read>(read: (key: string) => Promise<Read>) =>
    async (key: string) => {
      if (key.length > 2048) throw new Error('DynamoDB takes no such key');
      return await read(key);
    };
  const { readComplaint, readEnclosures, readSender } = world.vault;
  const complaints = {
    readComplaint: real(readComplaint),
    readEnclosures: real(readEnclosures),
    readSender: real(readSender),
  };
  const archives = memoryEvidence();
  const access = memoryAccessRecord();
  const handler = staffDesk(
    {
      access,
      ...more,
      cases: world.cases,
      ...world.told,
      ...listsOfCases(world.cases),
      complaints,
      files: { ...world.evidence, read: async (key) => await world.evidence.read(key).catch(() => undefined) },
      keptFiles: world.evidence,
      context: rules(),
      mattersOn: () => matters,
      waysOf: (state, now) => waysFor(state, now, '320000', handlingWays),
    },
    archives,
  );
  const call = async (routeKey: string, { claims = CLAIMS, id, path, query, body, headers: more }: Call = {}) => {
    const request = requestEvent({
      ...{
        query: query ?? {},
        path: { ...(id !== undefined && { id }), ...path },
        at: Date.parse(beijing('2026-06-02 10:00')),
      },
      headers: { 'content-type': 'application/json', ...more },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const requestContext = { ...request.requestContext, domainName: 'api.example', authorizer: { jwt: { claims } } };
    const rawPath = routeKey
      .replace(/^\S+ /, '')
      .replace(/\{(\w+)\}/g, (_, name: string) => request.pathParameters?.[name] ?? '');
    const event = {
      ...request,
      routeKey,
      rawPath,
      requestContext,
    } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
    const answer = await handler(event, {} as Context);
    const { statusCode: status, headers = {}, body: sent = '', isBase64Encoded = false } = answer;
    const bytes = Buffer.from(sent, isBase64Encoded ? 'base64' : 'utf8');
    const text = bytes.toString();
    const isJson = /json/.test(String(headers['content-type']));
    return { status, headers, bytes, text, json: isJson ? JSON.parse(text) : undefined };
  };
  return { world, receipt, call, archives, access };
}
