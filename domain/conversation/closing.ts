import type { Instant } from '../calendar/day.ts';
import { langOf } from '../text/english.ts';
import { contentOf } from './content.ts';
import type { Conversation, Draft, Submitted } from './conversation.ts';

/**
 * Beyond any of these a draft is submitted by itself: it must fit into one item of the table, and into one complaint.
 */
const FULL = { pieces: 30, characters: 15_000, originals: 100_000 };

export function isFull({ pieces }: Draft): boolean {
  const characters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const originals = pieces.reduce((sum, { original }) => sum + ('base64' in original ? original.base64.length : 0), 0);
  return pieces.length >= FULL.pieces || characters >= FULL.characters || originals >= FULL.originals;
}

/** Ends the draft, if there is one; one that holds nothing is forgotten. */
export function close(state: Conversation, now: Instant, writtenUntil: Instant): Conversation {
  if (!state.draft) return state;
  const { dueAt, ...draft } = state.draft;
  const pieces = draft.pieces.toSorted((one, other) => one.writtenAt.localeCompare(other.writtenAt));
  const closed = { ...draft, pieces, closedAt: now, writtenUntil, told: false };
  return { ...state, draft: undefined, closed: pieces.length === 0 ? state.closed : [...state.closed, closed] };
}

/** Ends a draft whose sender has paused for long enough. Until then the conversation stays as it is. */
export function closeIfDue(state: Conversation, now: Instant): Conversation {
  if (!state.draft || state.draft.dueAt > now) return state;
  const written = state.draft.pieces.map(({ writtenAt }) => writtenAt).toSorted();
  return close(state, now, written.at(-1) ?? now);
}

const MOST_SUBMITTED = 20;

/** What lies in the vault is no longer on its way. A sender who left is not remembered. */
export function settle(
  state: Conversation,
  receipts: ReadonlyMap<string, Pick<Submitted, 'receipt' | 'queryCode' | 'answerBy'>>,
): Conversation {
  const done = state.closed.filter(({ id }) => receipts.has(id));
  if (done.length === 0) return state;
  const submitted = done.map(({ id, follows, writtenUntil, told, pieces }) => {
    const { receipt, queryCode, answerBy } = receipts.get(id)!;
    const lang = langOf(contentOf({ pieces }).text);
    return { id, follows, writtenUntil, told, receipt, queryCode, answerBy, lang };
  });
  return {
    ...state,
    closed: state.closed.filter(({ id }) => !receipts.has(id)),
    submitted: state.left ? [] : [...state.submitted, ...submitted].slice(-MOST_SUBMITTED),
  };
}
