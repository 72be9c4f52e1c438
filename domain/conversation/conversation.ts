import type { Instant } from '../calendar/day.ts';
import type { Lang } from '../classification/classification.ts';
import type { Attachment, FollowUp, Original, Submission } from '../complaint.ts';
import type { Texts } from '../texts/text.ts';

/** Who is at the other end of a chat. */
export interface Sender {
  readonly channel: 'wechat' | 'wecom';
  /** The account they write to: an official account's app id, or corporation and agent on WeCom. */
  readonly app: string;
  /** Their id with that account: an openid, or a WeCom user id. Confidential. */
  readonly user: string;
}

/** One message: a sentence, a picture, a place. */
export interface Piece {
  /** The same message sent again has the same id; unique among those of its sender. */
  readonly id: string;
  /** When the medium says it was written, to the second: messages overtake each other on their way. */
  readonly writtenAt: Instant;
  readonly text: string;
  readonly address?: string | undefined;
  readonly location?: Submission['location'];
  readonly attachments: readonly Attachment[];
  readonly original: Original;
}

/** A complaint in the making. People send it in pieces. */
export interface Draft {
  /** Id of the message that began it. */
  readonly id: string;
  readonly pieces: readonly Piece[];
  /** Set when it adds to an earlier complaint of the same person. */
  readonly follows?: FollowUp | undefined;
  /** When it will be submitted by itself. */
  readonly dueAt: Instant;
}

/** A draft that nothing is added to any more, on its way into the vault. */
export interface ClosedDraft extends Omit<Draft, 'dueAt'> {
  readonly closedAt: Instant;
  /** What was written before this belonged to it, even where it comes in after. */
  readonly writtenUntil: Instant;
  readonly told: boolean;
}

/** A complaint of this sender that lies in the vault. */
export interface Submitted extends Pick<ClosedDraft, 'id' | 'follows' | 'writtenUntil' | 'told'> {
  readonly receipt: string;
  readonly queryCode: string;
  readonly answerBy: Instant;
  /** What it was written in, where not in Chinese. */
  readonly lang?: Lang;
}

/**
 * What is said in the same words to everybody. `unreadable`: it did not come through. `urgent`: it was submitted without
 * waiting for more. `not-withdrawn`: what was submitted stays. `person`: where a person answers.
 */
export const PLAIN_SAYINGS = [
  ...(['nothing', 'welcome', 'help', 'cancelled', 'nothing-open', 'nothing-yet', 'not-yours'] as const),
  ...(['unreadable', 'urgent', 'not-withdrawn', 'person'] as const),
] as const;

/** What somebody is told, before it is put into words (replies.ts). */
export type Saying =
  | { readonly kind: 'kept'; readonly pieces: number; readonly to?: string | undefined }
  | { readonly kind: 'progress'; readonly receipt: string; readonly queryCode?: string | undefined }
  | { readonly kind: (typeof PLAIN_SAYINGS)[number] };

export interface Reply {
  readonly says: Saying;
  /** Drafts of which the sender learns, by this reply, under which receipt they were submitted. */
  readonly tells: readonly string[];
}

interface Answered {
  readonly id: string;
  readonly reply: Reply;
}

/** What is remembered of the chat with one sender. Lists have the newest last. */
export interface Conversation {
  readonly draft?: Draft | undefined;
  readonly closed: readonly ClosedDraft[];
  readonly submitted: readonly Submitted[];
  /** So that a message that is delivered again gets the same answer and adds nothing. */
  readonly answered: readonly Answered[];
  /** They unsubscribed: what is on its way goes on, nothing else is remembered. */
  readonly left: boolean;
}

export interface ConversationSettings {
  readonly pauseMinutes: number;
  /** 主办单位: whom people can call. */
  readonly organiser: { readonly name: string; readonly telephone: string };
  /** What is said in a chat, from config/notices. */
  readonly texts: Texts;
  /** Whether words may tell of an emergency: then the draft does not wait for the pause. */
  readonly isEmergency?: ((text: string) => boolean) | undefined;
}

/** Where the province file says nothing. */
export const CONVERSATION_DEFAULTS: Pick<ConversationSettings, 'pauseMinutes'> = { pauseMinutes: 5 };

export const NO_CONVERSATION: Conversation = { closed: [], submitted: [], answered: [], left: false };

/** Nothing that anybody would have to come back to, or remember. */
export function isEmpty({ draft, closed, submitted, answered }: Conversation): boolean {
  return draft === undefined && closed.length + submitted.length + answered.length === 0;
}

/** After this a closed draft was forgotten by whoever closed it: their function died. */
const SUBMITTING_MS = 60_000;

/** When somebody must look at the conversation, even if its sender never writes again. */
export function dueAt({ draft, closed }: Conversation): Instant | undefined {
  const submitting = closed.map(({ closedAt }) => new Date(Date.parse(closedAt) + SUBMITTING_MS).toISOString());
  return [...(draft ? [draft.dueAt] : []), ...submitting].toSorted()[0];
}

/**
 * Whether something waits to be submitted: a draft whose sender has paused, or one that was closed and not yet brought
 * into the vault.
 */
export function hasDue({ draft, closed }: Conversation, now: Instant): boolean {
  return closed.length > 0 || (draft !== undefined && draft.dueAt <= now);
}
