import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** One thing to put right: where (RFC 6901 JSON pointer into the body), and what, in Chinese. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What a caller is told when a request cannot be served (RFC 9457). */
export interface ProblemDetails {
  readonly status: number;
  /** Stable name for programs, such as "body-too-large"; part of the type URI. */
  readonly slug: string;
  /** For people, in Chinese. Never quotes what was sent. */
  readonly title: string;
  readonly errors?: readonly FieldError[] | undefined;
}

/** Thrown where the way back to the caller is long; `answering` turns it into its problem. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ProblemDetails;
  /** What the answer carries beside its own headers, such as Retry-After. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: ProblemDetails, headers: Readonly<Record<string, string>> = {}) {
    super(problem.slug);
    this.problem = problem;
    this.headers = headers;
  }
}

export function problem(
  status: number,
  slug: string,
  title: string,
  { errors, traceId }: { errors?: readonly FieldError[] | undefined; traceId?: string | undefined } = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify({ type: `urn:huiyin:problem:${slug}`, title, status, errors, traceId }),
  };
}
