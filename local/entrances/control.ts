import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { parseDuration } from '../clock.ts';
import type { LocalStack } from '../local-stack.ts';
import { outboxPage } from '../outside/outbox-page.ts';
import { readBody } from '../read-body.ts';
import { answerLambda, LAMBDA_PATH } from './lambda-api.ts';

const BODY_LIMIT = 64 * 1024;

const Clock = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ now: z.iso.datetime() })]);

interface Answer {
  readonly status?: number;
  readonly json?: unknown;
  readonly html?: string;
}

/** A stack that does not end itself. */
export type ControlStack = Omit<LocalStack, 'stop'>;

const ROUTES: Readonly<
  Record<string, (stack: ControlStack, request: IncomingMessage, url: URL) => Answer | Promise<Answer>>
> = {
  'GET /_local/': (stack, _, url) => ({
    html: outboxPage(stack.outbox(), url.searchParams.get('case') ?? '', stack.now()),
  }),
  'GET /_local/credentials': ({ credentials }) => ({ json: credentials }),
  'GET /_local/outbox': (stack) => ({ json: stack.outbox() }),
  'GET /_local/clock': (stack) => ({ json: { now: stack.now() } }),
  'POST /_local/clock': moveClock,
  'POST /_local/drain': async (stack) => ({ json: await stack.drain() }),
  'GET /_local/state': async (stack) => ({ json: await stack.state() }),
  'POST /_local/wechat': refuseByWechat,
  'GET /_local/environment': (stack) => ({ json: { now: stack.now(), environment: stack.environment } }),
  'GET /_local/logs': (stack) => ({ json: stack.logs() }),
};

/** The routes under /_local, which only this runner serves. */
export async function answerControl(
  stack: ControlStack,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url?.startsWith(LAMBDA_PATH)) return answerLambda(stack, request, response);
  const url = new URL(request.url ?? '/', 'http://local');
  const path = url.pathname === '/_local' ? '/_local/' : url.pathname;
  const route = ROUTES[`${request.method} ${path}`];
  const answer = route ? await route(stack, request, url) : { status: 404, json: { message: 'Not Found' } };
  const { status = 200, json, html } = answer as Answer;
  response.statusCode = status;
  response.setHeader('content-type', html === undefined ? 'application/json' : 'text/html; charset=utf-8');
  response.end(html ?? JSON.stringify(json));
}

async function moveClock(stack: ControlStack, request: IncomingMessage): Promise<Answer> {
  const target = targetOf(await readBody(request, BODY_LIMIT), Date.parse(stack.now()));
  if (target === undefined) {
    return { status: 400, json: { message: 'expected {"advance":"P5DT12H"} or {"now":"…Z"}, not in the past' } };
  }
  return { json: await stack.advanceTo(new Date(target).toISOString()) };
}

/** The next calls of one path get that errcode. */
async function refuseByWechat(stack: ControlStack, request: IncomingMessage): Promise<Answer> {
  try {
    stack.wechat.refuse(parsed(await readBody(request, BODY_LIMIT)));
    return { json: { calls: stack.wechat.calls() } };
  } catch {
    return { status: 400, json: { message: 'expected {"path":"/cgi-bin/…","errcode":40164,"times":1}' } };
  }
}

/** Milliseconds; undefined for what cannot be read and for the past. */
function targetOf(body: Buffer, now: number): number | undefined {
  const { data } = Clock.safeParse(parsed(body));
  if (!data) return undefined;
  if ('now' in data) return Date.parse(data.now) < now ? undefined : Date.parse(data.now);
  const duration = parseDuration(data.advance);
  return duration === undefined ? undefined : now + duration;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
