import { own } from '../../domain/own.ts';

/** What the check needs of a mail; header names in lower case. */
export interface MailSigns {
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly from: string | undefined;
  readonly subject: string;
  readonly text: string;
}

const HEADERS: Readonly<Record<string, RegExp>> = {
  // RFC 3834: anything but "no" was sent by a program.
  'auto-submitted': /^(?!no\b)\S/i,
  'return-path': /^<\s*>$/,
  'content-type': /^multipart\/report\b/i,
  precedence: /^(bulk|list|junk|auto_reply)\b/i,
  'list-id': /./,
  'list-unsubscribe': /./,
  'x-auto-response-suppress': /^(?!none\b)\S/i,
  'x-autoreply': /^(?!no\b)\S/i,
  'x-autorespond': /./,
  'x-autoresponse': /./,
  // Our own letters, however they came back: see adapters/email/message.ts.
  'x-huiyin-notice': /./,
};

const SENDER = /^(mailer-daemon|postmaster)@/i;
const SUBJECT =
  /^\s*((自动回复|自動回復|自动答复|系统退信|退信通知)\s*([:：]|$)|automatic reply|auto[- ]?(reply|response)\b|out of( the)? office|undeliver(able|ed)|delivery (status notification|failure)|mail delivery (failed|failure|system)|returned mail)/i;
// Chinese webmails reply automatically without any header that says so.
const TEXT =
  /^\s*(这是来自.{1,20}邮箱的自动回复邮件|這是來自.{1,20}郵箱的自動回覆|此邮件(为|是)(系统)?自动(回复|发送)|本邮件(为|是|由)(系统)?自动(回复|发送|发出))/;

/** Whether a program sent it: an auto-reply, a bounce, a receipt, a list. Such a mail opens no case, and must never be answered. */
export function isAutomatic({ headers, from = '', subject, text }: MailSigns): boolean {
  if (SENDER.test(from) || SUBJECT.test(subject) || TEXT.test(text)) return true;
  return headers.some(({ key, value }) => own(HEADERS, key)?.test(value.trim()));
}
