import PostalMime, { type Address } from 'postal-mime';
import { safeFileName } from '../../domain/attachments/file-name.ts';
import { isAutomatic } from './automatic-mail.ts';
import { type DeliveryReport, reportsIn } from './delivery-report.ts';
import { textOfHtml } from './html-text.ts';
import { MAX_PARTS, type MailPart, partsOf } from './mail-parts.ts';
import { splitLetter } from './quoted-history.ts';
import { answeredIn, recipientsOf, type Verdicts, verdictsOf } from './receiver-signs.ts';
import { utf8Mail } from './utf8-mail.ts';

/** What we read of a mail; the mail itself stays in the evidence bucket. */
export interface ReadMail {
  /** With its angle brackets; undefined when the sender set none. */
  readonly messageId: string | undefined;
  /** Undefined when there is none, or not plainly one. */
  readonly from: { readonly name: string; readonly address: string } | undefined;
  readonly subject: string;
  /** The plain text, or the words of the HTML where there is only that. */
  readonly text: string;
  /** The text in two: what the sender wrote now, and the letters quoted below it with the signature. */
  readonly own: string;
  readonly quoted: string;
  /** Addresses by which it may have reached us, the envelope's first. */
  readonly recipients: readonly string[];
  /** Message-IDs of the letters that it answers, the nearest first. */
  readonly answers: readonly string[];
  /** Mails that it brings as files (message/rfc822); the files are among the attachments. */
  readonly forwarded: readonly ReadMail[];
  /** Those of forwarded mails included. */
  readonly attachments: readonly MailPart[];
  /** An auto-reply, a bounce, a receipt, a list. */
  readonly isAutomatic: boolean;
  /** What became of a letter of ours, told by a mail host; empty in any other mail. */
  readonly reports: readonly DeliveryReport[];
  readonly verdicts: Verdicts;
}

/** A forward of a forward of a forward: what lies deeper is an attachment. */
const MAX_FORWARDS = 3;

/** Throws when the mail is nested too deeply, has too many parts, or a header too long: no letter of a person is. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  return await readNested(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), MAX_FORWARDS);
}

async function readNested(raw: Buffer, levels: number): Promise<ReadMail> {
  const { mail: rewritten, leftOut } = utf8Mail(raw);
  const mail = await PostalMime.parse(rewritten, { forceRfc822Attachments: true });
  const { headers } = mail;
  const parts = partsOf(mail.attachments, leftOut);
  const inner = await readForwarded(parts, levels);
  const forwarded = [...inner.values()];
  const isReport = headers.some(({ key, value }) => key === 'content-type' && /^\s*multipart\/report\b/i.test(value));
  const from = mailboxOf(mail.from);
  const subject = (mail.subject ?? '').toWellFormed();
  const text = (mail.text?.trim() || textOfHtml(mail.html ?? '')).toWellFormed();
  return {
    messageId: mail.messageId?.trim() || undefined,
    from,
    subject,
    text,
    ...splitLetter(text),
    recipients: recipientsOf(headers),
    // A report brings the letter that it is about.
    answers: [...answeredIn(headers), ...(isReport ? forwarded.flatMap(({ messageId }) => messageId ?? []) : [])],
    forwarded,
    attachments: [
      // A mail that has no file name is called by its subject.
      ...parts.map((part) => ({ ...part, name: part.name || nameOf(inner.get(part)) })),
      ...forwarded.flatMap(({ attachments }) => attachments),
    ].slice(0, MAX_PARTS),
    isAutomatic: isAutomatic({ headers, from: from?.address, subject, text }),
    reports: isReport ? parts.flatMap(({ mediaType, bytes }) => reportsIn(mediaType, bytes)) : [],
    verdicts: verdictsOf(headers),
  };
}

const nameOf = (mail: ReadMail | undefined): string => (mail?.subject ? safeFileName(`${mail.subject}.eml`) : '');

const MAILS = ['message/rfc822', 'message/global', 'text/rfc822-headers'];

/** One that is beyond reading, or lies too deep, remains an attachment and nothing else. */
async function readForwarded(parts: readonly MailPart[], levels: number): Promise<Map<MailPart, ReadMail>> {
  const read = new Map<MailPart, ReadMail>();
  if (levels === 0) return read;
  for (const part of parts.filter(({ mediaType }) => MAILS.includes(mediaType))) {
    const mail = await readNested(part.bytes(), levels - 1).catch(() => undefined);
    if (mail) read.set(part, mail);
  }
  return read;
}

/** Undefined as well for what is not plainly one address: an answer to "li@example.com,wang@example.com" would go to both, past every cap on one. */
function mailboxOf(written: Address | undefined): ReadMail['from'] {
  const address = written?.address?.trim().toWellFormed() ?? '';
  if (!written || !ONE_ADDRESS.test(address)) return undefined;
  return { name: written.name.trim().toWellFormed(), address };
}

const ONE_ADDRESS = /^[^\s@<>()[\]",:;\\]+@[^\s@<>()[\]",:;\\]+$/;
