import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedClock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { StaffTokens } from '../login/tokens.ts';
import type { ObservedRequest } from '../outside/observe-wechat.ts';
import { readBody } from '../read-body.ts';
import { Refusal } from '../refusal.ts';
import { type MatchedRoute, type Route, routeMatcher } from '../template/routes.ts';

export interface HttpApi {
  readonly routes: readonly Route[];
  readonly functions: Functions;
  readonly tokens: StaffTokens;
  readonly clock: SimulatedClock;
  /** Sees every request before its function does. */
  readonly onRequest?: (event: ObservedRequest) => void;
}

/** Bytes: of a request to API Gateway, and of what Lambda takes in one invocation. */
const LIMIT = { request: 10 * 1024 * 1024, invocation: 6 * 1024 * 1024 };
const INTEGRATION_TIMEOUT_MS = 30_000;
/** API Gateway hands any other media type over in base64. */
const TEXT = /^(text\/|application\/(json|xml|javascript)\b|application\/[\w.-]+\+(json|xml)\b)/;

/**
 * Answers a request as an HTTP API does in front of these functions: payload format 2.0, its own answers for whatever
 * never reaches a function.
 */
export function httpApi({ routes, functions, tokens, clock, onRequest }: HttpApi) {
  const match = routeMatcher(routes);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const url = new URL(request.url ?? '/', 'http://local');
      const route = match(request.method ?? 'GET', url.pathname);
      if (!route) throw new Refusal(404, 'Not Found');
      const body = await readBody(request, LIMIT.request);
      const authorizer = route.authorizer && (await tokens.check(request.headers.authorization, route.authorizer));
      const event = toEvent(request, url, route, body, authorizer, clock);
      if ((event.body?.length ?? 0) > LIMIT.invocation) throw new Refusal(413, 'Request Too Long');
      onRequest?.(event);
      writeResult(response, await invoke(functions, route, event));
    } catch (error) {
      const { status, message } = error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error');
      writeResult(response, { statusCode: status, body: JSON.stringify({ message }) });
    }
  };
}

async function invoke(functions: Functions, route: Route, event: unknown): Promise<unknown> {
  const timer = new AbortController();
  const late = delay(INTEGRATION_TIMEOUT_MS, undefined, { signal: timer.signal }).then(() => {
    throw new Refusal(503, 'Service Unavailable');
  });
  try {
    return await Promise.race([functions.named(route.logicalId).invoke(event), late]);
  } finally {
    timer.abort();
    late.catch(() => {});
  }
}

function toEvent(
  request: IncomingMessage,
  url: URL,
  route: MatchedRoute,
  body: Buffer,
  authorizer: unknown,
  clock: SimulatedClock,
) {
  const { cookie, ...headers } = request.headers;
  const mediaType = headers['content-type'] ?? '';
  const isText = mediaType === '' || TEXT.test(mediaType);
  const timeEpoch = clock.milliseconds();
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie && { cookies: cookie.split('; ') }),
    headers: {
      ...joined(headers),
      'x-amzn-trace-id': traceId(timeEpoch),
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    },
    ...(url.search.length > 1 && { queryStringParameters: joinedQuery(url.searchParams) }),
    ...(Object.keys(route.pathParameters).length > 0 && { pathParameters: route.pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(authorizer !== undefined && { authorizer }),
      domainName: request.headers.host ?? 'local',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: commonLogTime(timeEpoch),
      timeEpoch,
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );
}

function joinedQuery(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]));
}

function traceId(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000).toString(16);
  return `Root=1-${seconds}-${randomUUID().replaceAll('-', '').slice(0, 24)}`;
}

/** "12/Mar/2020:19:03:58 +0000". */
function commonLogTime(milliseconds: number): string {
  const [, day, month, year, time] = new Date(milliseconds).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

interface StructuredResult {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly cookies?: readonly string[];
}

/** A result without a status code is itself the JSON body, as in payload format 2.0. */
function writeResult(response: ServerResponse, result: unknown): void {
  const isStructured = typeof result === 'object' && result !== null && 'statusCode' in result;
  const structured = (isStructured ? result : { body: JSON.stringify(result) }) as StructuredResult;
  const { statusCode = 200, headers = {}, body = '', isBase64Encoded = false, cookies = [] } = structured;
  response.statusCode = statusCode;
  response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies]);
  response.end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
}
