import PostalMime from 'postal-mime';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Transport } from '../../domain/notices/notice.ts';
import type { SimulatedClock } from '../clock.ts';

/** One message that left the stack. */
export interface Sent {
  readonly transport: Transport;
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  /** Simulated time at which it was handed over. */
  readonly at: Instant;
  readonly caseId?: string;
  readonly noticeId?: string;
  /** Mail only: where a reply goes, the id under which it arrives, and that of the mail it answers. */
  readonly replyTo?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
}

/** Everything that was sent, oldest first. Nothing leaves this machine. */
export interface Outbox {
  /** `messageId`: the id that the sending service gives it, if it gives one of its own. */
  addMail(raw: Uint8Array, messageId?: string): Promise<void>;
  addSms(message: { readonly to: string; readonly text: string; readonly noticeId?: string | undefined }): void;
  /** WeChat and WeCom carry no id of ours, a robot does: the case is the first receipt that the text names. */
  addChat(message: Pick<Sent, 'transport' | 'to' | 'subject' | 'text' | 'noticeId'>): void;
  all(): readonly Sent[];
}

export function createOutbox(clock: SimulatedClock): Outbox {
  const sent: Sent[] = [];
  return {
    async addMail(raw, messageId) {
      const mail = await PostalMime.parse(raw);
      const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
      sent.push({
        transport: 'email',
        to: (mail.to ?? []).map(({ address }) => address).join(', '),
        ...(mail.subject && { subject: mail.subject }),
        text: (mail.text ?? '').trim(),
        at: clock.now(),
        ...optional('caseId', header('x-huiyin-case')),
        ...optional('noticeId', header('x-huiyin-notice')),
        ...optional('replyTo', header('reply-to')),
        ...optional('messageId', messageId ?? mail.messageId),
        ...optional('inReplyTo', header('in-reply-to')),
      });
    },
    addSms({ to, text, noticeId }) {
      const caseId = noticeId?.split('#')[0];
      sent.push({
        transport: 'sms',
        to,
        text,
        at: clock.now(),
        ...optional('caseId', caseId),
        ...optional('noticeId', noticeId),
      });
    },
    addChat(message) {
      const [caseId] = RECEIPT.exec(message.text) ?? [];
      sent.push({ ...message, at: clock.now(), ...optional('caseId', caseId) });
    },
    all: () => sent,
  };
}

const RECEIPT = /[A-Z]{2}(-[0-9A-HJKMNP-TV-Z]{4}){3}/;

function optional<Name extends string>(name: Name, value: string | undefined): { readonly [key in Name]?: string } {
  return (value ? { [name]: value } : {}) as { readonly [key in Name]?: string };
}
