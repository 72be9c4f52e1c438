import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Submission } from '../../domain/complaint.ts';
import {
  type Acceptance,
  type AcceptComplaintDeps,
  acceptComplaint,
  earlierAcceptance,
  type VaultItem,
} from '../../usecases/intake/accept-complaint.ts';
import { count } from './count.ts';
import type { Answer } from './http.ts';
import { withinLimit } from './limit.ts';
import { Refusal } from './problem.ts';
import { receivedAt } from './time.ts';
import { type WebLimitDeps, webLimit } from './web-limit.ts';

export interface WebAcceptanceDeps extends AcceptComplaintDeps, WebLimitDeps {
  /** Has the uploads that a submission names brought into the evidence. A form names none. */
  readonly claimUploads?: (keys: readonly string[]) => Promise<void>;
  readonly vault: AcceptComplaintDeps['vault'] & { findKept(receipt: string): Promise<VaultItem | undefined> };
}

/** Accepts what came by the web, as often as its sender may send. Whoever sends once too often what was accepted before gets the answer of then. */
export async function acceptFromWeb(
  submission: Submission,
  event: APIGatewayProxyEventV2,
  deps: WebAcceptanceDeps,
  answer: (acceptance: Acceptance) => Promise<Answer>,
): Promise<Answer> {
  const now = receivedAt(event);
  const tell = (acceptance: Acceptance) => {
    if (acceptance.kind === 'conflict') count('IdempotencyConflict');
    return answer(acceptance);
  };
  const accept = async () => {
    // First, since an upload kept for nothing harms nobody, and one that is missing is lost evidence.
    await claim(submission, deps);
    return tell(await acceptComplaint(submission, now, deps));
  };
  try {
    return await withinLimit(webLimit('complaints', event, deps), now, deps.limits, accept);
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem !== 'too-many-requests') throw error;
    const earlier = await earlierAcceptance(submission, deps);
    if (!earlier) throw error;
    return tell(earlier);
  }
}

async function claim({ attachments }: Submission, { claimUploads }: WebAcceptanceDeps): Promise<void> {
  const keys = attachments.flatMap(({ key }) => (key === undefined ? [] : [key]));
  if (keys.length > 0) await claimUploads?.(keys);
}
