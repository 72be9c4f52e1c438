import type { Flag, Submission } from '../../domain/complaint.ts';

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

/** The rest stays in the original. */
const MAX_CHARACTERS = 20_000;

/** The id of a mail that names none, or names one that its sender used before for something else. */
export const idByContent = (digest: string): string => `sha256:${digest}`;

/** A mail as a complaint. Its id is Message-ID and sender, so a resend is the same one; another sender's mail under that id is not. */
export function submissionFrom(mail: Mail, key: string, digest: string): Submission {
  const { messageId, from, subject, attachments } = mail;
  const words = [subject, mail.text]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n');
  const text = words.slice(0, MAX_CHARACTERS).toWellFormed();
  const sender = from?.address.toLowerCase() ?? '';
  return {
    channel: 'email',
    sourceId: messageId ? `${messageId.slice(0, 998)} ${sender}` : idByContent(digest),
    text,
    contact: from && { name: from.name || undefined, email: from.address },
    anonymous: !from,
    attachments,
    flags: flagsOf(words),
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

function flagsOf(words: string): Flag[] {
  const flags: Flag[] = [];
  if (words === '') flags.push('no-text');
  if (words.length > MAX_CHARACTERS) flags.push('truncated');
  // U+FFFD stands for bytes that no charset explained, and the private area for characters of none.
  if (/[\ufffd\ue000-\uf8ff]/.test(words)) flags.push('undecodable');
  return flags;
}
