import { createHash } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import type { Instant } from '../../domain/calendar/day.ts';
import { type AcceptComplaintDeps, acceptComplaint } from '../../usecases/accept-complaint.ts';
import { type BatchDeps, forEachMessage } from '../shared/batch.ts';
import { count } from '../shared/count.ts';
import { PoisonMessage } from '../shared/poison.ts';
import { sentAt } from '../shared/time.ts';
import { objectsIn } from './s3-notification.ts';
import { idByContent, type Mail, quarantined, submissionFrom } from './submission.ts';

export interface AcceptEmailDeps extends AcceptComplaintDeps, BatchDeps {
  readonly evidence: { read(key: string): Promise<Uint8Array> };
  /** Throws when the mail is beyond reading. */
  readonly readMail: (raw: Uint8Array) => Promise<Mail>;
}

/** SES and the mail hosts refuse longer ones; what comes all the same is not read into memory. */
const MAX_BYTES = 45_000_000;

/** Queue "mail": reads each raw mail that came into the evidence bucket, and takes it as a complaint unless a program sent it. */
export const createHandler = (deps: AcceptEmailDeps) =>
  forEachMessage(async (record) => {
    for (const { key, size, createdAt = sentAt(record) } of objectsOf(record)) {
      // SES leaves this object once, to try whether it may write.
      if (key.endsWith('AMAZON_SES_SETUP_NOTIFICATION')) continue;
      if (size > MAX_BYTES) await setApart(key, deps.sha256(key), createdAt, deps);
      else await take(key, createdAt, deps);
    }
  }, deps);

function objectsOf({ body }: SQSRecord) {
  try {
    return objectsIn(body);
  } catch (error) {
    if (error instanceof URIError) throw new PoisonMessage('key not encoded as S3 does');
    throw error;
  }
}

async function take(key: string, receivedAt: Instant, deps: AcceptEmailDeps): Promise<void> {
  const raw = await deps.evidence.read(key);
  const digest = createHash('sha256').update(raw).digest('hex');
  const mail = await deps.readMail(raw).catch(() => undefined);
  if (!mail) return setApart(key, digest, receivedAt, deps);
  // Kept in the bucket like any other, but nobody asked for anything.
  if (mail.isAutomatic) return count('AutomaticMail');
  const submission = submissionFrom(mail, key, digest);
  const acceptance = await acceptComplaint(submission, receivedAt, deps);
  if (acceptance.kind === 'accepted') return;
  // A mail program that uses one Message-ID twice must not cost the second complaint.
  count('MessageIdConflict');
  await acceptComplaint({ ...submission, sourceId: idByContent(digest) }, receivedAt, deps);
}

async function setApart(key: string, digest: string, receivedAt: Instant, deps: AcceptEmailDeps): Promise<void> {
  count('ComplaintQuarantined');
  await acceptComplaint(quarantined(key, digest), receivedAt, deps);
}
