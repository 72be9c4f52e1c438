import { mailText } from '../../domain/notices/delivery/hand-over.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Sending } from '../../usecases/notices/delivery/delivery.ts';
import { htmlMail } from './html-mail.ts';

export interface MailSettings {
  readonly from: string;
  /** Where a reply about that complaint goes. */
  readonly replyTo: (receipt: string) => Promise<string>;
  /** The first part of the Message-ID of the letter that carries this notice. */
  readonly nameOf: (noticeId: string) => Promise<string>;
  /** Our own addresses, of the public pages and of the desk: no others are links. */
  readonly own: readonly string[];
}

/**
 * A notice as the mail library takes it. The same notice always has the same Message-ID, so a mail client can fold a
 * repeat; who has not seen it cannot guess it: not even the complainant, who has an address signed for the case, that
 * of a letter to staff. A mail to a complainant stands beneath the mail that they wrote, and a reply to it finds its
 * complaint by the address it goes to.
 */
export async function messageOf(
  notice: Notice,
  to: string,
  { answers }: Sending,
  { from, replyTo, nameOf, own }: MailSettings,
) {
  const { id, caseId, at, subject, text, kind } = notice;
  const { receipt, messageId: answered } = answers ?? {};
  const words = mailText(text, receipt !== undefined);
  return {
    from,
    // As an address, since in a text the library finds several.
    to: { name: '', address: to },
    subject,
    ...(receipt !== undefined && { replyTo: await replyTo(receipt) }),
    ...(answered !== undefined && { inReplyTo: answered, references: answered }),
    text: `${words}\n`,
    html: htmlMail({ subject, text: words }, own),
    date: new Date(at),
    messageId: `<${await nameOf(id)}@${from.split('@')[1]}>`,
    headers: {
      // RFC 3834: nobody's absence notice answers this.
      'Auto-Submitted': kind === 'acknowledgement' ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // By which we know our own mail again, be it a loop or a bounce.
      'X-Huiyin-Notice': id,
      'X-Huiyin-Case': caseId,
    },
  };
}
