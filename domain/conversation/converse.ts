import type { Instant } from '../calendar/day.ts';
import type { FollowUp } from '../complaint.ts';
import { close, isFull } from './closing.ts';
import { type ChatCommand, commandIn } from './commands.ts';
import { contentOf, isUnreadable } from './content.ts';
import type {
  ClosedDraft,
  Conversation,
  ConversationSettings,
  Draft,
  Piece,
  Reply,
  Saying,
  Submitted,
} from './conversation.ts';

/** What reaches us from a chat: a message or a menu button (its words, as if typed), or that somebody came or went. */
export type Heard =
  | { readonly kind: 'message' | 'button'; readonly piece: Piece }
  | { readonly kind: 'joined'; readonly id: string; readonly writtenAt: Instant }
  | { readonly kind: 'left'; readonly id: string; readonly writtenAt: Instant };

export interface Turn {
  /** The very same as before when nothing is to be remembered. */
  readonly state: Conversation;
  readonly reply: Reply;
}

/** WeChat asks three times within 15 seconds, and nobody sends forty messages in that time. */
const MOST_ANSWERED = 40;

/**
 * What a message does to the conversation, and how it is answered. A message that was answered before gets that answer
 * again. What is closed by it must be brought into the vault (`submitted`) before the reply can name a receipt.
 */
export function converse(before: Conversation, heard: Heard, now: Instant, settings: ConversationSettings): Turn {
  const id = 'piece' in heard ? heard.piece.id : heard.id;
  const earlier = before.answered.find((one) => one.id === id);
  if (earlier) return { state: before, reply: earlier.reply };
  const { state, says } = hear({ ...before, left: false }, heard, now, settings);
  if (state.left) return { state, reply: { says, tells: [] } };
  const untold = [...state.submitted, ...state.closed].filter(({ told }) => !told);
  const reply = { says, tells: untold.map((one) => one.id) };
  const told = <Known extends ClosedDraft | Submitted>(one: Known): Known => ({ ...one, told: true });
  return {
    state: {
      ...state,
      submitted: state.submitted.map(told),
      closed: state.closed.map(told),
      answered: [...state.answered, { id, reply }].slice(-MOST_ANSWERED),
    },
    reply,
  };
}

interface Step {
  readonly state: Conversation;
  readonly says: Saying;
}

function hear(state: Conversation, heard: Heard, now: Instant, settings: ConversationSettings): Step {
  if (heard.kind === 'joined') return { state, says: { kind: 'welcome' } };
  // The platform wants a leaver's data deleted. What they sent before was received, and stays a complaint.
  if (heard.kind === 'left') {
    const { closed } = close(state, now, heard.writtenAt);
    return { state: { closed, submitted: [], answered: [], left: true }, says: { kind: 'nothing' } };
  }
  const { piece } = heard;
  // A picture is never a command, whatever was said with it.
  const isPlain = piece.attachments.length === 0 && piece.location === undefined;
  const command = isPlain ? commandIn(piece.text) : undefined;
  // In the middle of a complaint a word of courtesy is part of it; after 补充 it may answer a question of staff.
  const isOpen = hasPieces(state) || state.draft?.follows !== undefined;
  const isPart = (command?.kind === 'greet' || command?.kind === 'thank') && isOpen;
  if (command && !isPart) return obey(command, state, piece, now, settings);
  if (heard.kind === 'button') return { state, says: { kind: 'nothing' } };
  if (isUnreadable(piece)) return { state, says: { kind: 'unreadable' } };
  return add(state, piece, lateFor(state, piece), now, settings);
}

function obey(
  command: ChatCommand,
  state: Conversation,
  piece: Piece,
  now: Instant,
  settings: ConversationSettings,
): Step {
  switch (command.kind) {
    case 'help':
      return { state, says: { kind: 'help' } };
    case 'person':
      return { state, says: { kind: 'person' } };
    // Nobody complains by these: a case for each would have periods that run, and a receipt that is thanked for.
    case 'greet':
      return { state, says: { kind: 'welcome' } };
    case 'thank':
      return { state, says: { kind: 'nothing-open' } };
    case 'cancel':
      return cancel(state, piece.writtenAt);
    case 'withdraw':
      return withdraw(state, piece.writtenAt);
    case 'submit': {
      const kind = hasPieces(state) ? 'nothing' : 'nothing-open';
      return { state: close(endedBy(piece, state), now, piece.writtenAt), says: { kind } };
    }
    case 'progress': {
      const receipt = command.receipt ?? latestOf(state)?.receipt;
      return { state, says: receipt ? { ...command, receipt } : { kind: 'nothing-yet' } };
    }
    case 'urge':
    case 'supplement':
      return followUp(command, state, piece, now, settings);
  }
}

const hasPieces = ({ draft }: Conversation): boolean => draft !== undefined && draft.pieces.length > 0;

/** Who says 完成 begins something else with what they write next. */
function endedBy({ writtenAt }: Piece, state: Conversation): Conversation {
  const ended = (one: Submitted) => (one.writtenUntil > writtenAt ? { ...one, writtenUntil: writtenAt } : one);
  return { ...state, submitted: state.submitted.map(ended) };
}

/** What was written after 取消 is a draft of its own, even where it came in before. Within a second nobody can tell. */
function cancel(state: Conversation, writtenAt: Instant): Step {
  const { draft } = state;
  const pieces = draft?.pieces.filter((piece) => piece.writtenAt > writtenAt) ?? [];
  const [first] = pieces;
  if (!draft || (first && pieces.length === draft.pieces.length)) return { state, says: { kind: 'nothing-open' } };
  const rest = first && { id: first.id, pieces, dueAt: draft.dueAt };
  return { state: { ...state, draft: rest }, says: { kind: 'cancelled' } };
}

/** What is submitted was received, and only a person can end it. */
function withdraw(state: Conversation, writtenAt: Instant): Step {
  const step = cancel(state, writtenAt);
  const isSubmitted = step.says.kind === 'nothing-open' && latestOf(state) !== undefined;
  return isSubmitted ? { state, says: { kind: 'not-withdrawn' } } : step;
}

/** Only the sender's own complaint can be urged or added to; words about another one are a complaint that cites it. */
function followUp(
  command: ChatCommand & { kind: 'urge' | 'supplement' },
  state: Conversation,
  piece: Piece,
  now: Instant,
  settings: ConversationSettings,
): Step {
  // Who is in the middle of a complaint adds to that one.
  const isWithWords = command.kind === 'supplement' && command.receipt === undefined && command.words !== '';
  const toDraft = isWithWords && hasPieces(state);
  if (toDraft) return add(state, piece, undefined, now, settings);
  const own = command.receipt === undefined ? latestOf(state) : ownComplaint(state, command.receipt);
  if (!own && command.words !== '') return add(state, piece, undefined, now, settings);
  if (!own) return { state, says: { kind: command.receipt === undefined ? 'nothing-yet' : 'not-yours' } };
  const follows: FollowUp = { to: own.receipt, as: command.kind };
  if (command.kind === 'urge') return { state: urge(state, piece, follows, now), says: { kind: 'nothing' } };
  if (command.words !== '') return add(state, piece, follows, now, settings);
  const draft = { id: piece.id, pieces: [], ...state.draft, follows, dueAt: afterPause(now, settings) };
  return { state: { ...state, draft }, says: { kind: 'kept', pieces: draft.pieces.length, to: follows.to } };
}

/** Goes out by itself: whatever else is being written stays open. */
function urge(state: Conversation, piece: Piece, follows: FollowUp, now: Instant): Conversation {
  const { id, writtenAt } = piece;
  const closed = { id, pieces: [piece], follows, closedAt: now, writtenUntil: writtenAt, told: false };
  return { ...state, closed: [...state.closed, closed] };
}

function add(
  state: Conversation,
  piece: Piece,
  follows: FollowUp | undefined,
  now: Instant,
  settings: ConversationSettings,
): Step {
  const open = state.draft ?? { id: piece.id, pieces: [], follows: undefined };
  const draft: Draft = {
    id: open.id,
    pieces: [...open.pieces, piece],
    follows: follows ?? open.follows,
    dueAt: afterPause(now, settings),
  };
  // Nobody knows that it is full, or urgent: what they go on to send is added to it.
  const isUrgent = settings.isEmergency?.(contentOf(draft).text);
  if (isUrgent || isFull(draft)) {
    const writtenUntil = afterPause(piece.writtenAt, settings);
    return { state: close({ ...state, draft }, now, writtenUntil), says: { kind: isUrgent ? 'urgent' : 'nothing' } };
  }
  return { state: { ...state, draft }, says: { kind: 'kept', pieces: draft.pieces.length, to: draft.follows?.to } };
}

/**
 * A picture that was sent before its complaint, or what was added to it, was submitted, and came in after, still
 * belongs to it; of several, to the one that ended first after it. Within a second nobody can tell.
 */
function lateFor({ draft, submitted }: Conversation, { writtenAt }: Piece): FollowUp | undefined {
  if (draft) return undefined;
  const drafts = submitted.filter(({ follows }) => follows?.as !== 'urge');
  const meant = drafts.find(({ writtenUntil }) => writtenAt < writtenUntil);
  return meant && { to: meant.follows?.to ?? meant.receipt, as: 'supplement' };
}

const complaintsOf = ({ submitted }: Conversation): readonly Submitted[] => submitted.filter(({ follows }) => !follows);
const latestOf = (state: Conversation): Submitted | undefined => complaintsOf(state).at(-1);

export function ownComplaint(state: Conversation, receipt: string): Submitted | undefined {
  return complaintsOf(state).find((one) => one.receipt === receipt);
}

const afterPause = (now: Instant, { pauseMinutes }: ConversationSettings): Instant =>
  new Date(Date.parse(now) + pauseMinutes * 60_000).toISOString();
