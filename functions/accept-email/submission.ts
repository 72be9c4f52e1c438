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

/** An item of the vault holds 400 KB, and a header may be as long as its sender likes; what is cut stays in the original. */
const MAX_NAME = 200;
const MAX_ADDRESS = 320;

/** The id of a mail that names none, or names one that its sender used before for something else. */
export const idByContent = (digest: string): string => `sha256:${digest}`;

/** A mail as a complaint. Its id is Message-ID and sender, so a resend is the same one; another sender's mail under that id is not. */
export function submissionFrom(mail: Mail, key: string, digest: string): Submission {
  const { messageId, from, subject, attachments } = mail;
  const words = [subject, mail.text]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n');
  const sender = from?.address.toLowerCase().slice(0, MAX_ADDRESS) ?? '';
  return {
    channel: 'email',
    sourceId: messageId ? `${messageId.slice(0, 998)} ${sender}` : idByContent(digest),
    ...wordsKept(words),
    contact: from && { name: from.name.slice(0, MAX_NAME) || undefined, email: from.address.slice(0, MAX_ADDRESS) },
    anonymous: !from,
    attachments: attachments.map(({ name, mediaType }) => ({ name, mediaType: mediaType.slice(0, MAX_NAME) })),
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
