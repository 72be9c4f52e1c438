import type { Instant } from '../../../domain/calendar/day.ts';
import type { Conversation, Reply, Sender } from '../../../domain/conversation/conversation.ts';
import { ownComplaint } from '../../../domain/conversation/converse.ts';
import { type ReplyContext, replyText } from '../../../domain/conversation/replies.ts';
import type { Limits } from '../../../domain/limit.ts';
import { type ShowProgressDeps, showProgress } from '../../../usecases/complainants/show-progress.ts';
import { acceptComplaint } from '../../../usecases/intake/accept-complaint.ts';
import { answerMessage, type HoldConversationDeps } from '../../../usecases/intake/hold-conversation.ts';
import { count } from '../count.ts';
import { sha256 } from '../digest.ts';
import { heardFrom, type Menu } from './heard.ts';
import { ChatMessage } from './message.ts';
import type { Addressing } from './passive-reply.ts';
import type { ReadFields } from './seal.ts';
import { quarantined, submissionOf } from './submission.ts';

export interface ChatDeps extends Omit<HoldConversationDeps, 'submissionOf' | 'onConflict'> {
  readonly readFields: ReadFields;
  readonly menu: Menu;
  readonly progress: ShowProgressDeps;
  readonly limits: Limits;
}

export interface ChatReply {
  readonly message: Addressing;
  readonly text: string;
}

/** What the conversation needs besides what it is deployed with. */
export const conversationDeps = { submissionOf, onConflict: () => count('ChatIdConflict') };

/**
 * Takes what an account vouches for into the conversation with its sender. Undefined where there is nothing to reply: events that mean nothing to
 * us, and what nobody can read, which is kept for a person to look at.
 */
export async function receive(
  content: Uint8Array,
  account: Pick<Sender, 'channel' | 'app'>,
  now: Instant,
  deps: ChatDeps,
): Promise<ChatReply | undefined> {
  const message = readMessage(content, deps.readFields);
  if (!message) {
    const digest = sha256(content);
    await acceptComplaint(quarantined(content, account, digest), now, deps);
    return undefined;
  }
  const heard = heardFrom(message, content, deps.menu);
  if (!heard) return undefined;
  const sender = senderOf(message, account);
  const { state, reply } = await answerMessage(sender, heard, now, { ...deps, ...conversationDeps });
  const context = { settings: deps.settings, ...(await progressFor(sender, state, reply, now, deps)) };
  const text = replyText(state, reply, context);
  return text === '' ? undefined : { message, text };
}

/** The message, or undefined for what nobody can read although it was rightly signed. */
function readMessage(content: Uint8Array, readFields: ReadFields): ChatMessage | undefined {
  try {
    return ChatMessage.parse(readFields(new TextDecoder('utf-8', { fatal: true }).decode(content)));
  } catch {
    count('ComplaintQuarantined');
    return undefined;
  }
}

/** A corporation may have several applications; somebody talks to each on its own. */
const senderOf = (
  { FromUserName, AgentID }: ChatMessage,
  { channel, app }: Pick<Sender, 'channel' | 'app'>,
): Sender => ({
  channel,
  app: channel === 'wecom' ? `${app}:${AgentID ?? ''}` : app,
  user: FromUserName,
});

const GUESSES = { limit: 10, windowSeconds: 3600 };

/** How far the case is that was asked for. Their own complaints need no query code; others they may ask for ten times an hour. */
async function progressFor(
  { channel, app, user }: Sender,
  state: Conversation,
  { says }: Reply,
  now: Instant,
  { progress, limits }: ChatDeps,
): Promise<Pick<ReplyContext, 'progress' | 'limited'>> {
  if (says.kind !== 'progress') return {};
  const code = ownComplaint(state, says.receipt)?.queryCode;
  if (code !== undefined) return { progress: await showProgress(says.receipt, code, progress) };
  if (says.queryCode === undefined) return {};
  const { allowed } = await limits.take(`chat-query:${channel}:${app}:${user}`, GUESSES, now);
  return allowed ? { progress: await showProgress(says.receipt, says.queryCode, progress) } : { limited: true };
}
