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
  /** Whether there is time for some more before the function must end. */
  readonly hasTime: () => boolean;
}

interface DraftsSubmitted {
  readonly submitted: number;
  readonly failed: number;
  /** How long the draft that waited longest had been due when the run began. */
  readonly lagSeconds: number;
  /** Nothing can be due before this instant unless somebody writes; null when no draft is open. */
  readonly idleUntil: Instant | null;
}

const PER_READ = 200;
const AT_ONCE = 10;

/**
 * Submits the drafts whose senders have paused, until none is left or the time is up. A run that is missed is made up
 * for by the next.
 */
export async function submitDrafts(now: Instant, deps: SubmitDraftsDeps): Promise<DraftsSubmitted> {
  const earliest = await deps.conversations.earliest();
  if (earliest === undefined || earliest > now)
    return { submitted: 0, failed: 0, lagSeconds: 0, idleUntil: earliest ?? null };
  const tried = new Set<string>();
  let submitted = 0;
  let failed = 0;
  const attempt = async (sender: Sender) => {
    tried.add(keyOf(sender));
    try {
      await submitDue(sender, now, deps);
      submitted += 1;
    } catch (error) {
      failed += 1;
      deps.onFailure(error);
    }
  };
  const next = async () => {
    // What failed stays at the head of the line, and must not hide what stands behind it.
    const due = await deps.conversations.dueBy(now, PER_READ + failed);
    return due.filter((sender) => !tried.has(keyOf(sender)));
  };
  for (let due = await next(); due.length > 0 && deps.hasTime(); ) {
    for (let start = 0; start < due.length && deps.hasTime(); start += AT_ONCE) {
      await Promise.all(due.slice(start, start + AT_ONCE).map(attempt));
    }
    due = await next();
  }
  const lagSeconds = (Date.parse(now) - Date.parse(earliest)) / 1000;
  const idleUntil = failed > 0 ? now : ((await deps.conversations.earliest()) ?? null);
  return { submitted, failed, lagSeconds: Math.floor(lagSeconds), idleUntil };
}

const keyOf = ({ channel, app, user }: Sender): string => [channel, app, user].join('\n');
