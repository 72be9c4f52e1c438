import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { PROBLEMS, type ProblemName, typeOf } from './problems.ts';

/** One thing to put right: where (RFC 6901 JSON pointer into the body), and what, in Chinese. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What a caller learns of this one occurrence. Never quotes what was sent. */
export interface Occurrence {
  /** For people, in Chinese. */
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** Beside those that every problem carries, such as Retry-After. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Thrown by whatever cannot serve a request; `answering` turns it into its problem. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ProblemName;
  readonly occurrence: Occurrence;

  constructor(problem: ProblemName, occurrence: Occurrence = {}) {
    super(problem);
    this.problem = problem;
    this.occurrence = occurrence;
  }
}

/** The answer that says so (RFC 9457). */
export function problem(
  name: ProblemName,
  { detail, errors, headers }: Occurrence,
  traceId: string,
): APIGatewayProxyStructuredResultV2 {
  const { status, title } = PROBLEMS[name];
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({
      type: typeOf(name),
      title,
      status,
      detail,
      errors: errors ?? wholeOf(name, detail),
      traceId,
    }),
  };
}

/** What cannot be done with a body that is read (422) points into it: to all of it, where nothing finer is at fault. */
function wholeOf(name: ProblemName, detail: string | undefined): readonly FieldError[] | undefined {
  const { status, title } = PROBLEMS[name];
  return status === 422 ? [{ pointer: '', detail: detail ?? title }] : undefined;
}
