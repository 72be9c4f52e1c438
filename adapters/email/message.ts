import { createHash } from 'node:crypto';
import type { Notice } from '../../domain/notices/notice.ts';

/** A notice as the mail library takes it. The same notice always has the same Message-ID, so a mail client can fold a repeat. */
export function messageOf(notice: Notice, to: string, from: string) {
  const { id, caseId, at, subject, text } = notice;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 32);
  return {
    from,
    to,
    subject,
    text: `${text}\n`,
    date: new Date(at),
    messageId: `<${digest}@${from.split('@')[1]}>`,
    headers: {
      // RFC 3834: nobody's absence notice answers this.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Huiyin-Notice': id,
      'X-Huiyin-Case': caseId,
    },
  };
}
