import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { TooLarge } from '../../../usecases/intake/accept-complaint.ts';
import { count } from '../count.ts';
import { logError } from '../log.ts';
import { traced, traceId } from '../trace.ts';
import { type Occurrence, problem, Refusal } from './problem.ts';
import type { ProblemName } from './problems.ts';

export type Answer = APIGatewayProxyStructuredResultV2;

export const json = (statusCode: number, body: unknown): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

/** Sends the caller on to an address that is theirs alone. */
export const seeOther = (location: string): Answer => ({
  statusCode: 303,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
});

/** Never shown as a page, whatever is in it. */
export const textAnswer = (body: string, type = 'text/plain; charset=utf-8'): Answer => ({
  statusCode: 200,
  headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
  body,
});

/** How a caller is told what went wrong: programs by a problem, people by a page. */
export type Tell = (problem: ProblemName, occurrence: Occurrence, traceId: string) => Answer;

/**
 * A function behind the HTTP API: whatever `work` throws becomes a problem that tells the caller what to put right, and
 * no more. Every answer has the trace id in the header `x-trace-id`, as the lines of the log have it.
 */
export function answering<Event extends APIGatewayProxyEventV2>(
  work: (event: Event) => Promise<Answer>,
  tell: Tell = problem,
): (event: Event, context: Context) => Promise<Answer> {
  const handler = middy<Event, Answer>((event: Event) => work(withShortPath(event)));
  handler.onError((request) => {
    request.response = answerTo(request.error, traceId() ?? '', tell);
  });
  return (event, context) =>
    traced(event.requestContext.requestId, async () => withTraceId(await handler(event, context)));
}

const withTraceId = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'x-trace-id': traceId() ?? '' },
});

/** No name in a path of ours is longer. */
const MAX_PARAMETER = 200;

/**
 * A longer name is cut, since no table may be asked for it: cut, it finds nothing, and each route says so in its own
 * way.
 */
function withShortPath<Event extends APIGatewayProxyEventV2>(event: Event): Event {
  const parameters = Object.entries(event.pathParameters ?? {});
  const pathParameters = Object.fromEntries(parameters.map(([name, value]) => [name, value?.slice(0, MAX_PARAMETER)]));
  return { ...event, pathParameters };
}

function answerTo(error: unknown, id: string, tell: Tell): Answer {
  if (error instanceof Refusal) return tell(error.problem, error.occurrence, id);
  if (error instanceof TooLarge)
    return tell('body-too-large', { detail: '一件投诉连同来件原文，压缩后最多保存400 KB' }, id);
  logError('request-failed', error);
  count('RequestFailed');
  return tell('internal-error', {}, id);
}
