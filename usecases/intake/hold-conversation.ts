import type { Instant } from '../../domain/calendar/day.ts';
import type { Submission } from '../../domain/complaint.ts';
import { closeIfDue, settle } from '../../domain/conversation/closing.ts';
import { receivedAtOf } from '../../domain/conversation/content.ts';
import {
  type ClosedDraft,
  type Conversation,
  type ConversationSettings,
  hasDue,
  type Reply,
  type Sender,
} from '../../domain/conversation/conversation.ts';
import { converse, type Heard } from '../../domain/conversation/converse.ts';
import { type AcceptComplaintDeps, acceptComplaint, type Receipt } from './accept-complaint.ts';

/** One conversation as it is stored. */
export interface StoredConversation {
  readonly state: Conversation;
  /** 0: there is none yet. */
  readonly version: number;
}

export interface Conversations {
  load(sender: Sender): Promise<StoredConversation>;
  /**
   * Writes it only if the stored version is still that one; false when somebody else was faster. An empty one is
   * forgotten.
   */
  save(sender: Sender, state: Conversation, version: number, now: Instant): Promise<boolean>;
}

export interface HoldConversationDeps extends AcceptComplaintDeps {
  readonly conversations: Conversations;
  readonly settings: ConversationSettings;
  /** Waits a little, longer with each attempt, and never exactly as long as others do. */
  readonly backOff: (attempt: number) => Promise<void>;
  readonly submissionOf: (draft: ClosedDraft, sender: Sender) => Submission;
  /** The messages of a draft had been submitted before as something else: is told, and both are kept. */
  readonly onConflict: () => void;
}

/**
 * Takes a message into its conversation and says what to reply. Once this resolves, the message is stored, or the
 * complaint that it completed lies in the vault. The same message again, also at the same time or after a crash
 * anywhere in between, adds nothing and gets the same reply.
 */
export async function answerMessage(
  sender: Sender,
  heard: Heard,
  now: Instant,
  deps: HoldConversationDeps,
): Promise<{ state: Conversation; reply: Reply }> {
  const turn = await change(sender, now, deps, (state) =>
    // What is due goes first: so a new message opens a new draft, and a reply names every receipt.
    hasDue(state, now) ? { state, reply: undefined } : converse(state, heard, now, deps.settings),
  );
  if (turn.reply === undefined) {
    await submitDue(sender, now, deps);
    return answerMessage(sender, heard, now, deps);
  }
  const { state, reply } = turn;
  return { state: state.closed.length > 0 ? await submitDue(sender, now, deps) : state, reply };
}

/**
 * Brings into the vault what waits for it: the draft of a sender who has paused, and whatever somebody closed and could
 * not submit any more.
 */
export async function submitDue(sender: Sender, now: Instant, deps: HoldConversationDeps): Promise<Conversation> {
  const { state } = await change(sender, now, deps, (before) => ({ state: closeIfDue(before, now) }));
  if (state.closed.length === 0) return state;
  const receipts = new Map<string, Receipt>();
  for (const draft of state.closed) receipts.set(draft.id, await submit(draft, sender, deps));
  return (await change(sender, now, deps, (before) => ({ state: settle(before, receipts) }))).state;
}

async function submit(draft: ClosedDraft, sender: Sender, deps: HoldConversationDeps): Promise<Receipt> {
  const submission = deps.submissionOf(draft, sender);
  // Submitted by the pause: there was no message to reply to. Not part of what was said, so the id of a conflict does
  // not hang on it.
  const acknowledge = draft.told ? undefined : (true as const);
  const acceptance = await acceptComplaint({ ...submission, acknowledge }, receivedAtOf(draft), deps);
  if (acceptance.kind === 'accepted') return acceptance.receipt;
  deps.onConflict();
  const sourceId = `${submission.sourceId}:${deps.sha256(JSON.stringify(submission))}`;
  const other = await acceptComplaint({ ...submission, acknowledge, sourceId }, receivedAtOf(draft), deps);
  if (other.kind === 'accepted') return other.receipt;
  throw new Error('a draft can be submitted under no id');
}

const ATTEMPTS = 40;

/**
 * Decides on what is stored, and decides anew when somebody else changed it meanwhile. Writes nothing if the state
 * stays the very same.
 */
async function change<Result extends { readonly state: Conversation }>(
  sender: Sender,
  now: Instant,
  { conversations, backOff }: HoldConversationDeps,
  decide: (before: Conversation) => Result,
): Promise<Result> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { state, version } = await conversations.load(sender);
    const result = decide(state);
    if (result.state === state || (await conversations.save(sender, result.state, version, now))) return result;
    await backOff(attempt);
  }
  throw new Error('a conversation kept changing');
}
