import { type Attachment, FLAGS, type Flag, type Submission } from '../../domain/complaint.ts';
import type { ThreadedMail } from '../../usecases/intake/mail-thread.ts';
import type { Report } from '../../usecases/notices/receipts/bounce-from-mail-host.ts';
import { wordsKept } from '../shared/complaint-text.ts';

/** What was read of a mail. */
export interface Mail extends ThreadedMail {
  readonly from: { readonly name: string; readonly address: string } | undefined;
  /** Who wrote it and reads an answer. */
  readonly writer: { readonly name: string; readonly address: string } | undefined;
  /** Whether its subject is a message by itself. */
  readonly subjectSays: boolean;
  readonly text: string;
  /** The text in two: what the sender wrote now, and the letters quoted below it. */
  readonly own: string;
  readonly quoted: string;
  readonly forwarded: readonly Mail[];
  /** Whether something of it is missing here. */
  readonly lacks: boolean;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; bytes(): Uint8Array }[];
  /** What a program sent: a report on a letter, a known reply that says nothing else, or anything else. */
  readonly automatic: 'report' | 'reply' | 'other' | undefined;
  /** What a mail host tells of a letter; undefined in any other mail. */
  readonly reports: readonly Report[] | undefined;
  /** Addresses that a report names. */
  readonly named: readonly string[];
  readonly verdicts: {
    readonly virus: boolean;
    readonly spam: boolean;
    readonly forgedSender: boolean;
    readonly refusedByOwner: boolean;
  };
}

/**
 * An item of the vault holds 400 KB, and a header may be as long as its sender likes; what is cut stays in the
 * original.
 */
const MAX_NAME = 200;
const MAX_ADDRESS = 320;
const MAX_MESSAGE_ID = 998;

/** Whose words say less than a sentence lets the letter below speak. */
const LITTLE = 20;

/** The id of a mail that names none, or names one that its sender used before for something else. */
export const idByContent = (digest: string): string => `sha256:${digest}`;

/** Message-ID and sender, so a resend is the same complaint; another sender's mail under that id is not. */
export function sourceIdOf({ messageId, from, writer = from }: Mail, digest: string): string {
  if (!messageId) return idByContent(digest);
  return `${messageId.slice(0, MAX_MESSAGE_ID)} ${writer?.address.toLowerCase().slice(0, MAX_ADDRESS) ?? ''}`;
}

/** Whether a person should look before anybody opens what came with it. */
export const isDangerous = ({ verdicts }: Mail): boolean => verdicts.virus || verdicts.refusedByOwner;

export interface MailSurroundings {
  readonly key: string;
  readonly sourceId: string;
  readonly attachments: readonly Attachment[];
  /** Receipt of the earlier complaint that the mail belongs to. */
  readonly follows: string | undefined;
  /** Whether its sender writes more than a person does. */
  readonly isOneOfMany?: boolean;
}

/** A mail as a complaint, or as more to an earlier one. */
export function submissionFrom(mail: Mail, surroundings: MailSurroundings): Submission {
  const { key, sourceId, attachments, follows } = surroundings;
  const { words, below } = follows ? furtherWords(mail) : firstWords(mail);
  const [said, quoted] = [wordsKept(words), wordsKept(below)];
  const flags = [...said.flags, ...(below ? quoted.flags : []), ...flagsOf(mail, surroundings)];
  return {
    channel: 'email',
    sourceId,
    messageId: mail.messageId?.slice(0, MAX_MESSAGE_ID),
    text: said.text,
    flags: FLAGS.filter((flag) => flags.includes(flag)),
    quoted: quoted.text || undefined,
    contact: mail.writer && {
      name: mail.writer.name.slice(0, MAX_NAME) || undefined,
      email: mail.writer.address.slice(0, MAX_ADDRESS),
    },
    anonymous: !mail.writer,
    attachments,
    follows: follows ? { to: follows, as: 'supplement' } : undefined,
    acknowledge: true,
    original: { mediaType: 'message/rfc822', key },
  };
}

/** Who says little themselves, and passes on what another wrote, means that. */
function firstWords(mail: Mail) {
  const { subject, text, own, quoted } = mail;
  const forwarded = forwardedWords(mail);
  if ((own.match(/[\p{L}\p{N}]/gu) ?? []).length < LITTLE)
    return { words: joined(subject, text, ...forwarded), below: '' };
  return { words: joined(subject, own), below: joined(quoted, ...forwarded) };
}

/** The subject of a reply is that of the letter it answers. */
function furtherWords(mail: Mail) {
  const forwarded = forwardedWords(mail);
  if (mail.own === '') return { words: joined(...forwarded), below: mail.quoted };
  return { words: mail.own, below: joined(mail.quoted, ...forwarded) };
}

function forwardedWords({ forwarded }: Mail): string[] {
  return forwarded.flatMap((mail) => [joined(mail.subject, mail.text), ...forwardedWords(mail)]);
}

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n');

function flagsOf(mail: Mail, { isOneOfMany = false }: MailSurroundings): Flag[] {
  const { automatic, lacks, verdicts } = mail;
  const flags: Readonly<Partial<Record<Flag, boolean>>> = {
    'no-text': saysNothing(mail),
    'left-out': lacks,
    quarantined: isDangerous(mail),
    suspicious: verdicts.spam || verdicts.forgedSender || isOneOfMany,
    automatic: automatic !== undefined,
  };
  return FLAGS.filter((flag) => flags[flag]);
}

/**
 * Whether its body has no word: people put a whole complaint into the subject, and what they wrote below may have got
 * lost on the way.
 */
export const saysNothing = (mail: Mail): boolean => !/[\p{L}\p{N}]/u.test(joined(mail.text, ...forwardedWords(mail)));

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
