import type { Instant } from '../calendar/day.ts';
import type { Submission } from '../complaint.ts';
import type { ClosedDraft, Piece, Sender } from './conversation.ts';

/**
 * What the pieces say together: the words line by line, all media, and of several places the last, the others by their
 * names among the words.
 */
export function contentOf({
  pieces,
}: Pick<ClosedDraft, 'pieces'>): Pick<Submission, 'text' | 'address' | 'location' | 'attachments'> {
  const placed = pieces.findLast(({ address, location }) => address !== undefined || location !== undefined);
  const lines = pieces.flatMap((piece) => [piece.text, piece === placed ? '' : (piece.address ?? '')]);
  return {
    text: lines.filter(Boolean).join('\n'),
    address: placed?.address,
    location: placed?.location,
    attachments: pieces.flatMap(({ attachments }) => attachments),
  };
}

/**
 * What WeChat writes in place of a message that it does not pass on, and how it writes its own emoticons: [微笑], /::D.
 */
const PLACEHOLDER =
  /\/:[!-.0-~]{1,9}|【[^【】]{0,40}(?:不支持|无法显示|無法顯示)[^【】]{0,40}】|\[[^[\]]{0,60}(?:不支持|unsupported)[^[\]]{0,60}\]|\[\p{L}{1,6}\]/giu;

/**
 * Whether nothing of a message came through that anybody could go by: an emoticon, a sticker, merged records, a medium
 * without its id.
 */
export function isUnreadable({ text, address, location, attachments }: Piece): boolean {
  if (address !== undefined || location !== undefined || attachments.length > 0) return false;
  return !/[\p{L}\p{N}]/u.test(text.replace(PLACEHOLDER, ''));
}

const DAY_MS = 86_400_000;

/**
 * When a draft was received: with its first message, from which the periods run. A time of the medium that cannot be,
 * later than the end or more than a day before it, counts as the end.
 */
export function receivedAtOf({ pieces, closedAt }: Pick<ClosedDraft, 'pieces' | 'closedAt'>): Instant {
  const first = pieces.map(({ writtenAt }) => writtenAt).toSorted()[0] ?? closedAt;
  const isLikely = first <= closedAt && Date.parse(closedAt) - Date.parse(first) <= DAY_MS;
  return isLikely ? first : closedAt;
}

/** The same messages are the same complaint, whoever submits it and how often. */
export function sourceIdOf({ app, user }: Sender, { pieces }: Pick<ClosedDraft, 'pieces'>): string {
  return [app, user, pieces.map(({ id }) => id).join(' ')].join(':');
}
