import { ownProperty } from '../../domain/own-property.ts';
import type { HeaderField } from './receiver-signs.ts';
import { anyOf, isReplyOfProgram } from './reply-texts.ts';

/** What the check needs of a mail; header names in lower case. */
export interface MailSigns {
  readonly headers: readonly HeaderField[];
  readonly from: string | undefined;
  readonly subject: string;
  readonly text: string;
  /** Without the letters below it: what it answers is no word of its own. */
  readonly own: string;
}

/**
 * What a program sent. `report`: a mail host tells what became of a letter (see told.ts). `reply`: a known text, and
 * nothing else is said. `other`: whatever else a program may have sent, be it that it passes on what a person wrote.
 * The last opens a case like any letter; none may be answered, or two programs might go on for ever.
 */
export type Automatic = 'report' | 'reply' | 'other';

type Signs = Readonly<Record<string, RegExp>>;

/** What programs that answer set. */
const OF_REPLIES: Signs = {
  'auto-submitted': /^auto-(replied|notified)\b/i,
  'return-path': /^<\s*>$/,
  precedence: /^auto_reply\b/i,
  'x-autoreply': /^(?!no\b)\S/i,
  'x-autorespond': /./,
  'x-autoresponse': /./,
};

/** What portals, lists, rules of a mailbox and newsletters set as well. */
const OF_PROGRAMS: Signs = {
  ...OF_REPLIES,
  // RFC 3834: anything but "no" was sent by a program.
  'auto-submitted': /^(?!no\b)\S/i,
  precedence: /^(bulk|list|junk|auto_reply)\b/i,
  'list-id': /./,
  'list-unsubscribe': /./,
  'x-auto-response-suppress': /^(?!none\b)\S/i,
  // A letter of ours that was passed on: see adapters/email/message.ts.
  'x-huiyin-notice': /./,
};

const SENDER = /^(mailer-daemon|postmaster)@/i;
/** Words by which mail programs begin a subject: those that a person may use as well only before a colon or alone. */
const SUBJECT = anyOf('^\\s*', [
  '(?:自动回复|自動回復|自动答复|系统退信|退信通知|已读|已讀)\\s*(?:[:：]|$)',
  '(?:automatic reply|auto[- ]?(?:reply|response)|out of(?: the)? office|read)\\s*(?:[:：]|$)',
  'undeliver(?:able|ed)\\b|delivery (?:status notification|failure)\\b|returned mail\\b',
  'mail delivery (?:failed|failure|system)\\b',
]);
// Chinese webmails and portals set no header that says so.
const REPLYING_TEXT = anyOf('^\\s*', [
  '这是来自.{1,20}邮箱的.{0,6}自动回复邮件',
  '這是來自.{1,20}郵箱的.{0,6}自動回覆',
  '(?:此|本)(?:邮件|信)(?:为|是|由)?(?:系统)?自动回复',
]);
const SENDING_TEXT = /(?:此|本)(?:邮件|信|郵件)(?:为|是|由)?(?:系统|系統)?(?:自动|自動)(?:发送|发出|生成|發送)/;

/** A shorter one is a name for a letter. */
const LEAST_SAID = 6;
const RECEIPT = /\b[A-Z]{2}(?:-[0-9A-Z]{4}){3}\b/;

/**
 * Whether a subject is a message by itself, for people put a whole complaint there: neither the words of a program nor
 * those of a letter of ours that it answers.
 */
export const isMessage = (subject: string): boolean =>
  !SUBJECT.test(subject) && !RECEIPT.test(subject) && (subject.match(/[\p{L}\p{N}]/gu) ?? []).length >= LEAST_SAID;

/** Undefined for what a person sent by their own hand. */
export function automaticIn({
  headers,
  from = '',
  subject,
  text,
  own: written,
}: MailSigns): Exclude<Automatic, 'report'> | undefined {
  const says = (signs: Signs) => headers.some(({ key, value }) => ownProperty(signs, key)?.test(value.trim()));
  const isReply = says(OF_REPLIES) || SUBJECT.test(subject) || REPLYING_TEXT.test(text);
  if (isReply && isReplyOfProgram(written)) return 'reply';
  return isReply || says(OF_PROGRAMS) || SENDER.test(from) || SENDING_TEXT.test(text) ? 'other' : undefined;
}
