import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Submission } from '../../../domain/complaint.ts';
import {
  type Acceptance,
  type AcceptComplaintDeps,
  acceptComplaint,
  earlierAcceptance,
  receiptOf,
  type VaultItem,
} from '../../../usecases/intake/accept-complaint.ts';
import { count } from '../count.ts';
import type { Answer } from '../http/http.ts';
import { tooManyRequests, withHeaders } from '../http/rate-limit.ts';
import { receivedAt } from '../time.ts';
import { type SubmissionRateDeps, submissionRateOf } from './submission-rate.ts';
import { followingAccepted } from './traced-acceptance.ts';

export interface WebAcceptanceDeps extends AcceptComplaintDeps, SubmissionRateDeps {
  /** Has the uploads that a submission names brought into the evidence. A form names none. */
  readonly claimUploads?: (keys: readonly string[], receipt: string) => Promise<void>;
  readonly vault: AcceptComplaintDeps['vault'] & { findKept(receipt: string): Promise<VaultItem | undefined> };
}

/**
 * Accepts what came by the web, counting it meanwhile. Only a flood is refused, and whoever sends then what was
 * accepted before gets the answer of that time. A submission that is refused for its sake, and one of the many before
 * it, are alike counted.
 */
export async function acceptFromWeb(
  submission: Submission,
  event: APIGatewayProxyEventV2,
  deps: WebAcceptanceDeps,
  answer: (acceptance: Acceptance) => Promise<Answer>,
): Promise<Answer> {
  const crowd = submissionRateOf(submission, event, deps);
  return withHeaders(crowd.headers, async () => {
    const acceptance = crowd.isFlood
      ? await earlierAcceptance(submission, deps)
      : await accept(crowd.isUnusual ? crowded(submission) : submission, event, deps, crowd.told);
    if (!acceptance) throw tooManyRequests(crowd.resetSeconds);
    if (acceptance.kind === 'conflict') count('IdempotencyConflict');
    return answer(acceptance);
  });
}

async function accept(
  submission: Submission,
  event: APIGatewayProxyEventV2,
  deps: WebAcceptanceDeps,
  counted: Promise<unknown>,
): Promise<Acceptance> {
  // First, since an upload kept for nothing harms nobody, and one that is missing is lost evidence.
  await claim(submission, deps);
  const [acceptance] = await Promise.all([
    acceptComplaint(submission, receivedAt(event), followingAccepted(deps)),
    counted,
  ]);
  return acceptance;
}

function crowded(submission: Submission): Submission {
  count('CrowdedComplaint');
  return { ...submission, flags: [...submission.flags, 'crowded'] };
}

async function claim(submission: Submission, deps: WebAcceptanceDeps): Promise<void> {
  const keys = submission.attachments.flatMap(({ key }) => (key === undefined ? [] : [key]));
  if (keys.length > 0) await deps.claimUploads?.(keys, receiptOf(submission, deps));
}
