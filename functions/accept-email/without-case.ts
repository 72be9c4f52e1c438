import type { Instant } from '../../domain/calendar/day.ts';
import {
  type BounceFromMailHostDeps,
  recordBouncesFromMailHost,
} from '../../usecases/notices/receipts/bounce-from-mail-host.ts';
import { count } from '../shared/count.ts';
import { idByContent, type Mail, saysNothing } from './submission.ts';

export interface WithoutCaseDeps extends BounceFromMailHostDeps {
  /** The address of our own letters, in lower case: nobody writes from there. */
  readonly ownSender: string;
}

/**
 * Why a mail opens no case: it is proven to be nobody's complaint, or a program sent it and it says nothing. Of an
 * `unclear-report` a person must see on which letter of ours it is.
 */
export type WithoutCase = 'own-letter' | 'report' | 'unclear-report' | 'reply' | 'empty';

/** Heeds what a mail host reports of a letter of ours; undefined when the mail is to be taken as a complaint. */
export async function reasonForNoCase(
  mail: Mail,
  digest: string,
  now: Instant,
  deps: WithoutCaseDeps,
): Promise<WithoutCase | undefined> {
  if (await isOurOwn(mail, deps)) return 'own-letter';
  const about = await aboutOurs(mail, digest, now, deps);
  if (about === 'unclear') return 'unclear-report';
  if (about === 'heeded' || mail.automatic === 'report') return 'report';
  // People put a whole complaint into the subject, whatever stands below.
  if (!mail.automatic || (mail.subjectSays && mail.answers.length === 0)) return undefined;
  if (mail.automatic === 'reply') return 'reply';
  return saysNothing(mail) && mail.attachments.length === 0 ? 'empty' : undefined;
}

/** A letter of ours that a mailbox passed on comes back under our name, or under its own Message-ID. */
async function isOurOwn(
  { from, messageId, automatic }: Mail,
  { ownSender, sentLetters }: WithoutCaseDeps,
): Promise<boolean> {
  if (from?.address.toLowerCase() === ownSender) return true;
  return automatic !== undefined && messageId !== undefined && (await sentLetters.letterOf(messageId)) !== undefined;
}

async function aboutOurs(
  { reports, answers, named, messageId }: Mail,
  digest: string,
  now: Instant,
  deps: BounceFromMailHostDeps,
): Promise<'heeded' | 'unclear' | 'not-ours'> {
  if (!reports) return 'not-ours';
  const reportId = messageId ?? idByContent(digest);
  const about = await recordBouncesFromMailHost(reports, { reportId, letters: answers, named }, now, deps);
  count(about === 'heeded' ? 'MailReportHeeded' : 'MailReportUnknown');
  return about;
}
