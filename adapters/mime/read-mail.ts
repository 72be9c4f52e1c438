import PostalMime, { type Address, type Attachment } from 'postal-mime';
import { isAutomatic } from './automatic-mail.ts';
import { textOfHtml } from './html-text.ts';
import { utf8Mail } from './utf8-mail.ts';

/** What we read of a mail; the mail itself stays in the evidence bucket. */
export interface ReadMail {
  /** With its angle brackets; undefined when the sender set none. */
  readonly messageId: string | undefined;
  readonly from: { readonly name: string; readonly address: string } | undefined;
  readonly subject: string;
  /** The plain text, or the words of the HTML where there is only that. */
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string }[];
  /** An auto-reply, a bounce, a receipt, a list. */
  readonly isAutomatic: boolean;
}

const MAX_NAMES = 100;

/** Throws when the mail is nested too deeply, has too many parts, or a header too long: no letter of a person is. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(utf8Mail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)), {
    forceRfc822Attachments: true,
  });
  const from = mailboxOf(mail.from);
  const subject = (mail.subject ?? '').toWellFormed();
  const text = (mail.text?.trim() || textOfHtml(mail.html ?? '')).toWellFormed();
  return {
    messageId: mail.messageId?.trim() || undefined,
    from,
    subject,
    text,
    attachments: mail.attachments.slice(0, MAX_NAMES).map(namedAttachment),
    isAutomatic: isAutomatic({ headers: mail.headers, from: from?.address, subject, text }),
  };
}

function mailboxOf(address: Address | undefined): ReadMail['from'] {
  if (!address?.address) return undefined;
  return { name: address.name.trim().toWellFormed(), address: address.address.trim().toWellFormed() };
}

function namedAttachment({ filename, mimeType }: Attachment): ReadMail['attachments'][number] {
  return { name: safeName(filename ?? '') || '未命名', mediaType: mimeType };
}

/** A name to show, never a path: some senders send one, or escape it as in an address. */
function safeName(filename: string): string {
  const name = unescaped(filename).split(/[/\\]/).at(-1)!;
  return name
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toWellFormed()
    .slice(0, 255);
}

function unescaped(filename: string): string {
  if (!/%[0-9A-F]{2}/i.test(filename)) return filename;
  try {
    return decodeURIComponent(filename);
  } catch {
    return filename;
  }
}
