import type { Submission } from '../../domain/complaint.ts';
import { wordsKept } from '../shared/words.ts';

/** What was read of a mail. */
export interface Mail {
  readonly messageId: string | undefined;
  readonly from: { readonly name: string; readonly address: string } | undefined;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string }[];
  /** An auto-reply, a bounce, a receipt, a list. */
  readonly isAutomatic: boolean;
}

/** The id of a mail that names none, or names one that its sender used before for something else. */
export const idByContent = (digest: string): string => `sha256:${digest}`;

/** A mail as a complaint. Its id is Message-ID and sender, so a resend is the same one; another sender's mail under that id is not. */
export function submissionFrom(mail: Mail, key: string, digest: string): Submission {
  const { messageId, from, subject, attachments } = mail;
  const words = [subject, mail.text]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n');
  const sender = from?.address.toLowerCase() ?? '';
  return {
    channel: 'email',
    sourceId: messageId ? `${messageId.slice(0, 998)} ${sender}` : idByContent(digest),
    ...wordsKept(words),
    contact: from && { name: from.name || undefined, email: from.address },
    anonymous: !from,
    attachments,
    original: { mediaType: 'message/rfc822', key },
  };
}

/** A mail that nobody can read: kept for a person to look at. */
export function quarantined(key: string, digest: string): Submission {
  return {
    channel: 'email',
    sourceId: idByContent(digest),
    text: '',
    anonymous: true,
    attachments: [],
    flags: ['quarantined'],
    original: { mediaType: 'message/rfc822', key },
  };
}
