import type { Instant } from '../../domain/calendar/day.ts';
import type { Conversation, Reply, Sender } from '../../domain/conversation/conversation.ts';
import { type Heard, ownComplaint } from '../../domain/conversation/converse.ts';
import { type ReplyContext, replyText } from '../../domain/conversation/replies.ts';
import type { RateLimit, RateLimits } from '../../domain/rate-limit.ts';
import { type ShowProgressDeps, showProgress } from '../complainants/show-progress.ts';
import { answerMessage, type HoldConversationDeps } from './hold-conversation.ts';

export interface ReplyToSenderDeps extends HoldConversationDeps {
  readonly progress: ShowProgressDeps;
  readonly limits: RateLimits;
}

/**
 * Takes a message into the conversation with its sender, and says in words what to reply; empty where there is nothing
 * to say.
 */
export async function replyToSender(
  sender: Sender,
  heard: Heard,
  now: Instant,
  deps: ReplyToSenderDeps,
): Promise<string> {
  const { state, reply } = await answerMessage(sender, heard, now, deps);
  const progress = await progressFor(sender, state, reply, now, deps);
  return replyText(state, reply, { settings: deps.settings, ...progress });
}

const GUESSES: RateLimit = { limit: 10, windowSeconds: 3600 };

/**
 * How far the case is that was asked for. Their own complaints need no query code; others they may ask for ten times an
 * hour.
 */
async function progressFor(
  { channel, app, user }: Sender,
  state: Conversation,
  { says }: Reply,
  now: Instant,
  { progress, limits }: ReplyToSenderDeps,
): Promise<Pick<ReplyContext, 'progress' | 'limited'>> {
  if (says.kind !== 'progress') return {};
  const code = ownComplaint(state, says.receipt)?.queryCode;
  if (code !== undefined) return { progress: await showProgress(says.receipt, code, progress) };
  if (says.queryCode === undefined) return {};
  const { allowed } = await limits.take(`chat-query:${channel}:${app}:${user}`, GUESSES, now);
  return allowed ? { progress: await showProgress(says.receipt, says.queryCode, progress) } : { limited: true };
}
