import type { Instant } from '../../domain/calendar/day.ts';
import type { RateLimit, RateLimits } from '../../domain/rate-limit.ts';
import { type AcceptComplaintDeps, acceptComplaint, receiptOf } from '../../usecases/intake/accept-complaint.ts';
import { type MailThreadDeps, rememberThread, threadOf } from '../../usecases/intake/mail-thread.ts';
import { count } from '../shared/count.ts';
import { sha256 } from '../shared/digest.ts';
import { type BatchDeps, forEachMessage } from '../shared/event-sources/batch.ts';
import { understood } from '../shared/event-sources/poison.ts';
import { objectsIn } from '../shared/event-sources/s3-notification.ts';
import { logInfo } from '../shared/log.ts';
import { followingAccepted } from '../shared/submission/traced-acceptance.ts';
import { sentAt } from '../shared/time.ts';
import { type KeepAttachmentsDeps, keepAttachments, namedAttachments } from './attachments.ts';
import { isSameLetter } from './same-letter.ts';
import { idByContent, isDangerous, type Mail, quarantined, sourceIdOf, submissionFrom } from './submission.ts';
import { reasonForNoCase, type WithoutCaseDeps } from './without-case.ts';

export interface AcceptEmailDeps
  extends AcceptComplaintDeps,
    MailThreadDeps,
    WithoutCaseDeps,
    KeepAttachmentsDeps,
    BatchDeps {
  readonly evidence: KeepAttachmentsDeps['evidence'] & { read(key: string): Promise<Uint8Array> };
  /** Throws when the mail is beyond reading. */
  readonly readMail: (raw: Uint8Array) => Promise<Mail>;
  readonly limits: RateLimits;
}

/** SES and the mail hosts refuse longer ones; what comes all the same is not read into memory. */
const MAX_BYTES = 45_000_000;

/**
 * Who writes more than that within an hour is hardly a person, whatever the headers say: each mail is taken, flagged,
 * and not answered.
 */
const MAILS_OF_A_PERSON: RateLimit = { limit: 300, windowSeconds: 3600 };

/**
 * And this is a flood: the rest stays in the bucket, so that it does not become one of cases. A loop with our receipts
 * ends sooner, by their own caps.
 */
const FLOOD: RateLimit = { limit: 3000, windowSeconds: 3600 };

/**
 * Queue "mail": reads each raw mail that came into the evidence bucket, and takes it as a complaint unless it is a
 * report, or a reply by a program.
 */
export const createHandler = (deps: AcceptEmailDeps) =>
  forEachMessage(async (record) => {
    for (const { key, size, createdAt = sentAt(record) } of understood(() => objectsIn(record.body))) {
      // SES leaves this object once, to try whether it may write.
      if (key.endsWith('AMAZON_SES_SETUP_NOTIFICATION')) continue;
      if (size > MAX_BYTES) await setApart(key, sha256(key), createdAt, deps);
      else await read({ key, createdAt, size }, deps);
    }
  }, deps);

/** A raw mail in the evidence bucket. */
interface RawMail {
  readonly key: string;
  readonly size: number;
  readonly createdAt: Instant;
}

async function read({ key, size, createdAt: receivedAt }: RawMail, deps: AcceptEmailDeps): Promise<void> {
  const raw = await deps.evidence.read(key);
  const digest = sha256(raw);
  const mail = await deps.readMail(raw).catch(() => undefined);
  if (!mail) return setApart(key, digest, receivedAt, deps);
  const reason = await reasonForNoCase(mail, digest, receivedAt, deps);
  if (reason) {
    if (reason === 'unclear-report')
      await deps.setAside({ body: notificationOf({ key, size, createdAt: receivedAt }), reason });
    logInfo('mail-without-case', { key, reason });
    return count('AutomaticMail');
  }
  // Counted apart, or whoever forges mail in somebody's name would have theirs held back.
  const sender = `${mail.verdicts.forgedSender ? 'forged ' : ''}${mail.from?.address.toLowerCase() ?? digest}`;
  const isWithin = async (rule: RateLimit, name: string) =>
    (await deps.limits.take(`${name}:${sender}`, rule, receivedAt)).allowed;
  if (!(await isWithin(FLOOD, 'flood'))) {
    logInfo('mail-held-back', { key });
    return count('MailHeldBack');
  }
  const isOneOfMany = !(await isWithin(MAILS_OF_A_PERSON, 'mail'));
  await take({ mail, key, digest, isOneOfMany }, receivedAt, deps);
}

/** What S3 tells of a mail, to have it looked at again. */
const notificationOf = ({ key, size, createdAt: eventTime }: RawMail): string =>
  JSON.stringify({
    Records: [{ eventName: 'ObjectCreated:Put', eventTime, s3: { object: { key: encodeURIComponent(key), size } } }],
  });

interface MailInHand {
  readonly mail: Mail;
  readonly key: string;
  readonly digest: string;
  readonly isOneOfMany: boolean;
}

async function take(inHand: MailInHand, now: Instant, deps: AcceptEmailDeps): Promise<void> {
  const { mail, digest } = inHand;
  const [thread, sourceId] = [await threadOf(mail, deps), sourceIdOf(mail, digest)];
  const outcome = await accept(inHand, { sourceId, thread }, now, deps);
  if (outcome.kind === 'accepted') return;
  // What it belongs to was settled when it first came, whatever has become known since.
  const settled = outcome.earlier.follows?.to;
  if (settled !== thread && (await accept(inHand, { sourceId, thread: settled }, now, deps)).kind === 'accepted')
    return;
  // A mail program that uses one Message-ID twice must not cost the second complaint.
  count('MessageIdConflict');
  const copyOf = isSameLetter(outcome.earlier.text, outcome.text) ? outcome.receipt : undefined;
  await accept(inHand, { sourceId: idByContent(digest), thread: thread ?? copyOf }, now, deps);
}

async function accept(
  { mail, key, isOneOfMany }: MailInHand,
  { sourceId, thread }: { readonly sourceId: string; readonly thread: string | undefined },
  now: Instant,
  deps: AcceptEmailDeps,
) {
  const receipt = receiptOf({ channel: 'email', sourceId }, deps);
  const follows = thread === receipt ? undefined : thread;
  const attachments = isDangerous(mail) ? namedAttachments(mail) : await keepAttachments(mail, receipt, deps);
  const submission = submissionFrom(mail, { key, sourceId, attachments, follows, isOneOfMany });
  const outcome = await acceptComplaint(submission, now, followingAccepted(deps));
  if (outcome.kind === 'accepted') {
    if (isDangerous(mail)) count('ComplaintQuarantined');
    await rememberThread(mail, follows ?? receipt, now, deps);
  }
  return { ...outcome, text: submission.text };
}

async function setApart(key: string, digest: string, receivedAt: Instant, deps: AcceptEmailDeps): Promise<void> {
  count('ComplaintQuarantined');
  await acceptComplaint(quarantined(key, digest), receivedAt, followingAccepted(deps));
}
