import PostalMime from 'postal-mime';
import { textTypeOf } from '../../domain/attachments/contents.ts';
import { safeFileName } from '../../domain/attachments/file-name.ts';
import { isMessage } from './automatic-mail.ts';
import { wordsOfBody } from './body-words.ts';
import { writersOf } from './mail-author.ts';
import { type Told, toldIn } from './mail-kind.ts';
import { MAX_PARTS, type MailPart, partsOf, unescaped } from './mail-parts.ts';
import type { Mailbox } from './mailboxes.ts';
import { isPasted } from './pasted-files.ts';
import { splitLetter } from './quoted-history.ts';
import { recipientsOf, type Verdicts, verdictsOf } from './receiver-signs.ts';
import { signedLetter } from './signed-letter.ts';
import { packedIn } from './tnef.ts';
import { type LeftOut, utf8Mail } from './utf8-mail.ts';

/** What we read of a mail; the mail itself stays in the evidence bucket. */
export interface ReadMail extends Told {
  /** With its angle brackets; undefined when the sender set none. */
  readonly messageId: string | undefined;
  /** By whose address it came. Undefined when there is none, or not plainly one. */
  readonly from: Mailbox | undefined;
  /** Who wrote it and reads an answer; undefined when only a program stands there. */
  readonly writer: Mailbox | undefined;
  readonly subject: string;
  /** Whether that is a message by itself. */
  readonly subjectSays: boolean;
  /** Its words as mail programs show them. */
  readonly text: string;
  /** The text in two: what the sender wrote now, and the letters quoted below it with the signature. */
  readonly own: string;
  readonly quoted: string;
  /**
   * Whether something of it is missing here: a picture that it only names, a text longer than we read, an encoding that
   * nobody knows.
   */
  readonly lacks: boolean;
  /** Addresses by which it may have reached us, the envelope's first. */
  readonly recipients: readonly string[];
  /** Mails that it brings as files (message/rfc822); the files are among the attachments. */
  readonly forwarded: readonly ReadMail[];
  /** Those of forwarded mails included. */
  readonly attachments: readonly MailPart[];
  readonly verdicts: Verdicts;
}

/** A forward of a forward of a forward: what lies deeper is an attachment. */
const MAX_FORWARDS = 3;

/** Throws when the mail is nested too deeply, has too many parts, or a header too long: no letter of a person is. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  return await readNested(withLines(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)), MAX_FORWARDS);
}

/** Some programs end lines as old Macintoshes did, and relays pass that on. */
const withLines = (raw: Buffer): Buffer =>
  raw.includes('\n') ? raw : Buffer.from(raw.toString('latin1').replaceAll('\r', '\n'), 'latin1');

async function readNested(raw: Buffer, levels: number): Promise<ReadMail> {
  const { mail: rewritten, leftOut, body, mediaType } = utf8Mail(raw);
  const mail = await PostalMime.parse(rewritten, { forceRfc822Attachments: true });
  const { headers } = mail;
  const parts = partsOf(mail.attachments, leftOut);
  const inner = await readForwarded(parts, levels);
  const forwarded = [...inner.values()];
  const { from, writer } = writersOf(headers);
  const subject = (mail.subject ?? '').toWellFormed();
  const words = wordsOfBody(body, finderIn(leftOut, parts));
  const { own, quoted } = splitLetter(words.text);
  const signs = { headers, from: from?.address, subject, text: words.text, own };
  const packed = packedIn(parts);
  const files = [...parts, ...packed.files, ...words.files];
  return {
    messageId: mail.messageId?.trim() || undefined,
    from,
    writer,
    subject,
    subjectSays: isMessage(subject),
    own,
    text: joined(words.text.trim() || packed.text, words.besides),
    quoted: joined(quoted, words.besides),
    recipients: recipientsOf(headers),
    forwarded,
    // A mail that has no file name is called by its subject.
    attachments: [
      ...files.map((part) => ({ ...part, name: part.name || nameOf(inner.get(part)) })),
      ...forwarded.flatMap(({ attachments }) => attachments),
    ].slice(0, MAX_PARTS),
    lacks: words.lacks || forwarded.some(({ lacks }) => lacks) || leftOut.size + words.files.length > MAX_PARTS,
    ...toldIn(signs, { mediaType, parts, forwarded }),
    verdicts: verdictsOf(headers),
  };
}

const nameOf = (mail: ReadMail | undefined): string => (mail?.subject ? safeFileName(`${mail.subject}.eml`) : '');

const joined = (...texts: readonly string[]): string => texts.filter(Boolean).join('\n\n');

/**
 * Finds what HTML shows among the files: by Content-ID, by Content-Location, by name, or because it was taken out of
 * the HTML itself.
 */
function finderIn(leftOut: ReadonlyMap<string, LeftOut>, parts: readonly MailPart[]): (source: string) => boolean {
  const ids = [...leftOut.values()].flatMap(({ kind }) => kind.names).map((name) => name.replace(/^<|>$/g, ''));
  const names = new Set([...ids, ...parts.map(({ name }) => name).filter(Boolean)]);
  return (source) => {
    const name = source.replace(/^cid:/i, '');
    return isPasted(source) || names.has(name) || names.has(unescaped(name));
  };
}

const MAILS = ['message/rfc822', 'message/global', 'text/rfc822-headers'];

const SIGNED = /^application\/(x-)?pkcs7-mime$/;

/** By its label, or where webmails label it as mere bytes, by its name and what is in it. */
const isMail = ({ name, mediaType, bytes }: MailPart): boolean =>
  MAILS.includes(mediaType) ||
  SIGNED.test(mediaType) ||
  (/\.eml$/i.test(name) && textTypeOf(bytes()) === 'message/rfc822');

/** One that is beyond reading, or lies too deep, remains an attachment and nothing else. */
async function readForwarded(parts: readonly MailPart[], levels: number): Promise<Map<MailPart, ReadMail>> {
  const read = new Map<MailPart, ReadMail>();
  if (levels === 0) return read;
  for (const part of parts.filter(isMail)) {
    const bytes = SIGNED.test(part.mediaType) ? signedLetter(part.bytes()) : part.bytes();
    const mail = bytes && (await readNested(bytes, levels - 1).catch(() => undefined));
    if (mail) read.set(part, mail);
  }
  return read;
}
