import type { Instant } from '../../domain/calendar/day.ts';
import type { Sender } from '../../domain/conversation/conversation.ts';
import { type Conversations, type HoldConversationDeps, submitDue } from './hold-conversation.ts';

export interface SubmitDraftsDeps extends HoldConversationDeps {
  readonly conversations: Conversations & {
    /** Whose conversations have something to submit at or before `now`, longest waiting first, at most `limit`. */
    dueBy(now: Instant, limit: number): Promise<readonly Sender[]>;
    /** When the next one is due, if any. */
    earliest(): Promise<Instant | undefined>;
  };
  /** One bad conversation must not hold up the others: it is logged, and comes again with the next run. */
  readonly onFailure: (error: unknown) => void;
}

interface DraftsSubmitted {
  readonly submitted: number;
  readonly failed: number;
  /** Nothing can be due before this instant unless somebody writes; null when no draft is open. */
  readonly idleUntil: Instant | null;
}

const PER_RUN = 200;
const AT_ONCE = 10;

/** Submits the drafts whose senders have paused. A run that is missed is made up for by the next. */
export async function submitDrafts(now: Instant, deps: SubmitDraftsDeps): Promise<DraftsSubmitted> {
  const due = await deps.conversations.dueBy(now, PER_RUN);
  let failed = 0;
  const attempt = async (sender: Sender) => {
    await submitDue(sender, now, deps).catch((error: unknown) => {
      failed += 1;
      deps.onFailure(error);
    });
  };
  for (let start = 0; start < due.length; start += AT_ONCE) {
    await Promise.all(due.slice(start, start + AT_ONCE).map(attempt));
  }
  const idleUntil = failed > 0 ? now : ((await deps.conversations.earliest()) ?? null);
  return { submitted: due.length - failed, failed, idleUntil };
}
