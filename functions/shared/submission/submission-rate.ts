import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Submission } from '../../../domain/complaint.ts';
import { type Tally, windowAt } from '../../../domain/rate-limit.ts';
import { limitHeaders, type RequestLimit } from '../http/rate-limit.ts';
import { clientsOf, HOUR_SECONDS, PER_HOUR, type PerHour } from '../http/web-rate-limit.ts';
import { receivedAt } from '../time.ts';

/**
 * So many complaints of one network within an hour are nothing unusual; what comes beyond is taken, and flagged for
 * staff.
 */
const UNREMARKABLE = 120;
/** So many networks /64 share a /56 that several people at once may use it. */
const WIDER = 4;
/** What the complainants of one matter add to it within an hour, all together. */
const PER_RECEIPT = 600;

export interface SubmissionRateDeps {
  readonly tally: Tally;
  readonly perHour?: PerHour | undefined;
}

/** The others that one submission came with. */
export interface SubmissionRate {
  /** There are more than people can be: see `PER_HOUR`. */
  readonly isFlood: boolean;
  /** There are so many that a person should know when reading it. */
  readonly isUnusual: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly resetSeconds: number;
  /** Done when the count is kept. Never fails. */
  readonly told: Promise<unknown>;
}

/**
 * Counts a submission, without making its sender wait. Whoever has proven a receipt is counted under it, and strangers
 * under their network.
 */
export function submissionRateOf(
  submission: Submission,
  event: APIGatewayProxyEventV2,
  { tally, perHour }: SubmissionRateDeps,
): SubmissionRate {
  const now = receivedAt(event);
  const counts = limitsFor(submission, event, perHour).map(({ limit: { name, key, rule }, unremarkable }) => {
    const { known, told } = tally.add(`${name}:${key}`, rule.windowSeconds, now);
    return { name, rule, told, known, remaining: Math.max(0, rule.limit - known), unremarkable };
  });
  const { resetSeconds } = windowAt({ windowSeconds: HOUR_SECONDS }, now);
  const [nearest] = counts.toSorted((one, other) => one.remaining - other.remaining);
  return {
    isFlood: counts.some(({ known, rule }) => known > rule.limit),
    isUnusual: counts.some(({ known, unremarkable }) => known > unremarkable),
    headers: limitHeaders(nearest!.name, nearest!.rule, { remaining: nearest!.remaining, resetSeconds }),
    resetSeconds,
    told: Promise.all(counts.map(({ told }) => told)),
  };
}

function limitsFor(
  { follows }: Submission,
  event: APIGatewayProxyEventV2,
  perHour: PerHour | undefined,
): readonly { readonly limit: RequestLimit; readonly unremarkable: number }[] {
  const most = perHour?.complaintsPerHour ?? PER_HOUR.complaints;
  const rule = (limit: number) => ({ limit, windowSeconds: HOUR_SECONDS });
  if (follows) {
    const limit = { name: 'web-supplements', key: follows.to, rule: rule(PER_RECEIPT) };
    return [{ limit, unremarkable: PER_RECEIPT }];
  }
  return clientsOf(event).map((key, index) => {
    const times = index === 0 ? 1 : WIDER;
    const limit = { name: index === 0 ? 'web-complaints' : 'web-complaints-wide', key, rule: rule(most * times) };
    return { limit, unremarkable: Math.min(UNREMARKABLE, most) * times };
  });
}
