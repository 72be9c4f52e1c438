import PostalMime from 'postal-mime';
import type { Instant } from '../domain/calendar/day.ts';
import type { SimulatedClock } from './clock.ts';

/** One message that left the stack. */
export interface Sent {
  readonly transport: 'email' | 'sms';
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  /** Simulated time at which it was handed over. */
  readonly at: Instant;
  readonly caseId?: string;
  readonly noticeId?: string;
}

/** Everything that was sent, oldest first. Nothing leaves this machine. */
export interface Outbox {
  addMail(raw: Uint8Array): Promise<void>;
  addSms(message: { readonly to: string; readonly text: string; readonly noticeId?: string | undefined }): void;
  all(): readonly Sent[];
}

export function createOutbox(clock: SimulatedClock): Outbox {
  const sent: Sent[] = [];
  return {
    async addMail(raw) {
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
    all: () => sent,
  };
}

function optional<Name extends string>(name: Name, value: string | undefined): { readonly [key in Name]?: string } {
  return (value ? { [name]: value } : {}) as { readonly [key in Name]?: string };
}
