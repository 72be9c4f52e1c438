import { own } from '../../domain/own.ts';
import type { HeaderField } from './receiver-signs.ts';

/** What the check needs of a mail; header names in lower case. */
export interface MailSigns {
  readonly headers: readonly HeaderField[];
  readonly from: string | undefined;
  readonly subject: string;
  readonly text: string;
}

/**
 * What a program sent. `report`: a mail host tells what became of a letter (see delivery-report.ts). `reply`: a known text, and nothing else is said.
 * `other`: whatever else a program may have sent, be it that it passes on what a person wrote. The last opens a case like any letter; none may be
 * answered, or two programs might go on for ever.
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
const SUBJECT =
  /^\s*(?:(?:自动回复|自動回復|自动答复|系统退信|退信通知|已读|已讀|automatic reply|auto[- ]?(?:reply|response)|out of(?: the)? office|read)\s*(?:[:：]|$)|undeliver(?:able|ed)\b|delivery (?:status notification|failure)\b|mail delivery (?:failed|failure|system)\b|returned mail\b)/i;
// Chinese webmails and portals set no header that says so.
const REPLYING_TEXT =
  /^\s*(?:这是来自.{1,20}邮箱的.{0,6}自动回复邮件|這是來自.{1,20}郵箱的.{0,6}自動回覆|(?:此|本)(?:邮件|信)(?:为|是|由)?(?:系统)?自动回复)/;
const SENDING_TEXT = /(?:此|本)(?:邮件|信|郵件)(?:为|是|由)?(?:系统|系統)?(?:自动|自動)(?:发送|发出|生成|發送)/;

/** Undefined for what a person sent by their own hand. */
export function automaticIn({
  headers,
  from = '',
  subject,
  text,
}: MailSigns): Exclude<Automatic, 'report'> | undefined {
  const says = (signs: Signs) => headers.some(({ key, value }) => own(signs, key)?.test(value.trim()));
  const isReply = says(OF_REPLIES) || SUBJECT.test(subject) || REPLYING_TEXT.test(text);
  if (isReply && saysReplyAlone(text)) return 'reply';
  return isReply || says(OF_PROGRAMS) || SENDER.test(from) || SENDING_TEXT.test(text) ? 'other' : undefined;
}

/** What answering programs say, sentence by sentence. */
const REPLY =
  /自动(?:回复|答复|回覆)|自動(?:回復|答復|回覆)|(?:已|已经)(?:收到|收悉|阅读|查看)(?:您|你)?.{0,4}(?:邮件|来信|来函|信件)|(?:邮件|来信|来函|信件).{0,8}(?:已|已经|被)(?:收到|收悉|阅读|查看|打开)|(?:正在|在|因|目前).{0,12}(?:度假|休假|放假|假期|出差|外出|请假|病假|产假)|不在(?:办公室|单位|岗)|(?:不能|无法|不便).{0,10}(?:回信|回复)|(?:将|于|在).{0,14}(?:返回|回来|返岗|上班)|(?:稍后|尽快|尽早|及时|回来|返回|上班|以后|之后).{0,14}(?:回复|答复|回信|与.{1,3}联系)|out of (?:the )?office|on (?:vacation|holiday|leave|a business trip)|automatic (?:reply|response)|auto[- ]?reply|(?:will|shall) (?:reply|respond|return|get back|be back)|limited access|(?:received|read) your (?:message|mail|e-?mail)|your (?:message|mail|e-?mail).{0,40}(?:received|read|displayed)/iu;

/** What stands around it. */
const AROUND =
  /^(?:您好|你好|尊敬的.{0,10}|亲爱的.{0,10}|谢谢.{0,4}|感谢.{0,12}|此致|敬礼|祝.{0,12}|顺祝.{0,8}|请勿(?:直接)?回复.{0,6}|无需回复|(?:如有|如)?(?:紧急|急事).{0,24}|for urgent.{0,60}|(?:我|我的)?(?:电话|手机|地址|邮箱|邮编|tel|mobile).{0,40}|dear .{0,30}|hello.{0,30}|hi.{0,30}|(?:best|kind) regards|regards|sincerely|thank you.{0,40}|please contact .{0,60}|if .{0,20}urgent.{0,60}|\p{Script=Han}{2,3}|.{2,20}(?:局|公司|部|科|处|中心|大学|学校|委员会|集团)|[\d\s+()-]{6,}|[a-z .]{2,30})$/iu;

/** Whether it holds the words of an answering program and nothing else that anybody could mean. */
function saysReplyAlone(text: string): boolean {
  const sentences = text
    .split(/[。！？!?；;，,\n]|\.\s|\.$/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
  const isKnown = (sentence: string) => REPLY.test(sentence) || AROUND.test(sentence);
  return sentences.every(isKnown) && sentences.some((sentence) => REPLY.test(sentence));
}
