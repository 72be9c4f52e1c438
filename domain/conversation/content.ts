import type { Submission } from '../complaint.ts';
import type { ClosedDraft, Sender } from './conversation.ts';

/** What the pieces say together: the words line by line, all media, and of several places the last, the others by their names among the words. */
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

/** The same messages are the same complaint, whoever submits it and how often. */
export function sourceIdOf({ app, user }: Sender, { pieces }: Pick<ClosedDraft, 'pieces'>): string {
  return [app, user, pieces.map(({ id }) => id).join(' ')].join(':');
}
