import type { Instant } from '../../../domain/calendar/day.ts';
import type { Sender } from '../../../domain/conversation/conversation.ts';
import { acceptComplaint } from '../../../usecases/intake/accept-complaint.ts';
import { type ReplyToSenderDeps, replyToSender } from '../../../usecases/intake/reply-to-sender.ts';
import { count } from '../count.ts';
import { sha256 } from '../digest.ts';
import { followingAccepted } from '../submission/traced-acceptance.ts';
import { ChatMessage } from './message.ts';
import { type Menu, meaningOf } from './message-meaning.ts';
import type { Addressing } from './passive-reply.ts';
import type { ReadFields } from './seal.ts';
import { quarantined, submissionOf } from './submission.ts';

export interface ChatDeps extends Omit<ReplyToSenderDeps, 'submissionOf' | 'onConflict'> {
  readonly readFields: ReadFields;
  readonly menu: Menu;
}

export interface ChatReply {
  readonly message: Addressing;
  readonly text: string;
}

/** What the conversation needs besides what it is deployed with. */
export const conversationDeps = { submissionOf, onConflict: () => count('ChatIdConflict') };

/**
 * Hands what an account vouches for to the conversation with its sender. Undefined where there is nothing to reply:
 * events that mean nothing to us, and what nobody can read, which is kept for a person to look at.
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
    await acceptComplaint(quarantined(content, account, digest), now, followingAccepted(deps));
    return undefined;
  }
  const heard = meaningOf(message, content, deps.menu);
  if (!heard) return undefined;
  const text = await replyToSender(senderOf(message, account), heard, now, {
    ...followingAccepted(deps),
    ...conversationDeps,
  });
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
