import assert from 'node:assert/strict';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context, SQSBatchResponse } from 'aws-lambda';
import { PROBLEMS, type ProblemName } from '../../functions/shared/http/problems.ts';
import { type Request, requestEvent } from '../support/intake.ts';
import { consoleOf } from '../support/messages.ts';
import { MARKUP, PRIVATE } from './mutations.ts';

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** What the caller sees. */
export interface Seen {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a way names the fields that it expects.
  readonly json: any;
}

/**
 * Sends a request and holds the answer against what every way in promises: an answer of its own and never a failure of
 * ours, problems as the registry has them, and nothing of what was sent in a problem or in the log.
 */
export async function answerTo(handler: Handler, request: Request, more: object = {}): Promise<Seen> {
  const { status, type, text } = await send(handler, request, more);
  const json = type.includes('json') ? JSON.parse(text) : undefined;
  if (status >= 400) isProblem(status, type, json);
  return { status, text, json };
}

/** The same for what a person sees: always a page, in which nothing that was typed is more than text. */
export async function pageTo(handler: Handler, request: Request): Promise<Omit<Seen, 'json'>> {
  const { status, type, text } = await send(handler, request);
  assert.equal(type, 'text/html; charset=utf-8');
  assert.ok(!text.includes(MARKUP), 'what was typed is markup in the page');
  return { status, text };
}

async function send(handler: Handler, request: Request, more: object = {}) {
  let answer: APIGatewayProxyStructuredResultV2 | undefined;
  const logged = await consoleOf(async () => {
    const event = requestEvent(request);
    answer = await handler({ ...event, ...more } as APIGatewayProxyEventV2, {} as Context);
  });
  const { statusCode: status = 0, headers = {}, body: text = '' } = answer!;
  assert.ok(status >= 200 && status < 500, `answered ${status}: ${text} ${logged}`);
  assert.ok(!logged.includes(PRIVATE), 'the log repeats what somebody wrote');
  return { status, type: String(headers['content-type'] ?? ''), text };
}

function isProblem(status: number, type: string, json: { readonly type?: string }): void {
  assert.equal(type, 'application/problem+json; charset=utf-8');
  const name = json.type?.replace('urn:huiyin:problem:', '') as ProblemName;
  assert.equal(PROBLEMS[name]?.status, status, `no such problem: ${json.type}`);
  assert.ok(!JSON.stringify(json).includes(PRIVATE), 'a problem repeats what was sent');
}

/** Has a queue's message done: it is done or set aside, and does not come again for nothing. */
export async function workOff(work: () => Promise<SQSBatchResponse>): Promise<void> {
  let left: SQSBatchResponse | undefined;
  const logged = await consoleOf(async () => {
    left = await work();
  });
  assert.deepEqual(left, { batchItemFailures: [] }, logged);
  assert.ok(!logged.includes(PRIVATE), 'the log repeats what somebody wrote');
}
