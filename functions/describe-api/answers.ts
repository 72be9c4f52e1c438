import * as z from 'zod';
import { PROBLEMS, type ProblemName, typeOf } from '../shared/http/problems.ts';
import type { Route } from './route.ts';
import { contentOf, headersOf } from './schemas.ts';

/** RFC 9457, as functions/shared/http/problem.ts writes it. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  traceId: z.string(),
});

/** What Amazon API Gateway says of a request that never reached a function, or that its function did not answer. */
export const GatewayAnswer = z.object({ message: z.string() });

const TOO_MANY = 'too-many-requests' satisfies ProblemName;

/** draft-ietf-httpapi-ratelimit-headers-11. Absent where the limit could not be counted. */
const RATE_LIMIT = z.object({ RateLimit: z.string().optional(), 'RateLimit-Policy': z.string().optional() });
/** The same as `traceId` of a problem; where a complaint was taken, its receipt. */
const TRACE_ID = z.object({ 'X-Trace-Id': z.string().optional() });
const RETRY_AFTER = z.object({ 'Retry-After': z.string().regex(/^\d+$/) });

const GATEWAY_TITLES: Readonly<Record<number, string>> = {
  401: '网关：未登录或登录已失效',
  413: '网关：请求过大',
  429: '网关：请求过于频繁',
  500: '网关：服务中断',
  503: '网关：服务未及时应答',
};

interface Answer {
  readonly description: string;
  readonly headers?: object;
  readonly content?: object;
}

/** All answers of an operation, by status: as it should be, its problems, and what the gateway says instead of it. */
export function answersOf(route: Route): Record<number, Answer> {
  const problems = [...route.problems, 'internal-error'] satisfies ProblemName[];
  const limits = headersOf(route.problems.includes(TOO_MANY) ? RATE_LIMIT.extend(TRACE_ID.shape) : TRACE_ID);
  const alike = Map.groupBy(problems, (name) => PROBLEMS[name].status);
  return merged([
    [route.answer.status, successAnswer(route, limits)],
    ...[...alike].map(([status, names]) => [status, problemAnswer(names, limits)] as const),
    ...gatewayStatuses(route).map((status) => [status, gatewayAnswer(status)] as const),
  ]);
}

const successAnswer = ({ summary, answer }: Route, limits: object): Answer => ({
  description: summary,
  headers: { ...limits, ...(answer.headers && headersOf(answer.headers)) },
  content: contentOf(answer.content, 'output', answer.example),
});

/** Problems of one status are told apart by their `type`. */
function problemAnswer(names: readonly ProblemName[], limits: object): Answer {
  const type = { enum: names.map(typeOf) };
  // Both, and not one beside the other: many programs read nothing that stands beside a $ref.
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { type } }] };
  return {
    description: names.map((name) => PROBLEMS[name].title).join('；'),
    headers: { ...limits, ...(names.includes(TOO_MANY) && headersOf(RETRY_AFTER)) },
    content: { 'application/problem+json': { schema, example: problemExample(names[0]!) } },
  };
}

const problemExample = (name: ProblemName) => ({
  type: typeOf(name),
  title: PROBLEMS[name].title,
  status: PROBLEMS[name].status,
  traceId: 'b7c1e0d2',
  ...(name === 'invalid-request' && { errors: [{ pointer: '/contact/email', detail: '电子邮箱格式不正确' }] }),
});

function gatewayStatuses({ access, body }: Route): number[] {
  return [...(access === 'staff' ? [401] : []), ...(body ? [413] : []), 429, 500, 503];
}

const gatewayAnswer = (status: number): Answer => ({
  description: GATEWAY_TITLES[status] ?? '',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/GatewayAnswer' } } },
});

/**
 * Answers of one status are one answer with several contents. A header that only some of them carry is not promised for
 * the rest.
 */
function merged(answers: readonly (readonly [status: number, answer: Answer])[]): Record<number, Answer> {
  const byStatus = Map.groupBy(answers, ([status]) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, alike]) => {
      const parts = alike.map(([, answer]) => answer);
      const headers = Object.assign({}, ...parts.map((part) => part.headers));
      const content = Object.assign({}, ...parts.map((part) => part.content));
      return [
        status,
        {
          description: parts.map(({ description }) => description).join('；'),
          ...(Object.keys(headers).length > 0 && { headers: parts.length > 1 ? optional(headers) : headers }),
          ...(Object.keys(content).length > 0 && { content }),
        },
      ];
    }),
  );
}

const optional = (headers: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, { ...header, required: false }]));
