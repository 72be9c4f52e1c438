import type { SQSEvent } from 'aws-lambda';
import { threadAddresses } from '../../adapters/email/thread-address.ts';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { memorySentLetters } from '../../adapters/memory/sent-letters.ts';
import { memorySuppressions } from '../../adapters/memory/suppressions.ts';
import { memoryThreads } from '../../adapters/memory/threads.ts';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { lazyStripMetadata } from '../../adapters/photos/lazy-strip-metadata.ts';
import { createHandler } from '../../functions/accept-email/handler.ts';
import type { SentLetter } from '../../usecases/notices/transports/sent-letters.ts';
import { intake, NOW } from './intake.ts';
import { desk } from './messages.ts';

export const INTAKE = 'complaints@huiyin.example';

/** What the way in by mail needs, all of it in memory. */
export const mailIntake = () => ({
  ...returnedNotices(),
  ...intake(),
  ...desk(),
  readMail,
  stripMetadata: lazyStripMetadata,
  evidence: memoryEvidence(),
  threads: memoryThreads(),
  addresses: threadAddresses(async () => 'a key', INTAKE),
  limits: memoryRateLimits(),
  ownSender: 'notice@huiyin.example',
  suppressions: memorySuppressions(),
  sentLetters: memorySentLetters(),
});

function returnedNotices() {
  const back: SentLetter[] = [];
  return { back, returned: async (letter: SentLetter) => void back.push(letter) };
}

export type MailIntake = ReturnType<typeof mailIntake>;

export const notification = (key: string, size = 1) =>
  JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key, size } } }] });

/** Brings one message of the mail queue to its function. */
export function deliver(deps: MailIntake, body: string, at = NOW) {
  const attributes = { SentTimestamp: String(at), ApproximateReceiveCount: '1' };
  return createHandler(deps)({ Records: [{ messageId: 'm', body, attributes }] } as unknown as SQSEvent);
}

let mails = 0;

/** Puts a mail into the bucket, and S3 tells. Gives what has come into the vault by it. */
export async function receive(deps: MailIntake, raw: Uint8Array, at = NOW) {
  mails += 1;
  const before = deps.vault.all().length;
  await deps.evidence.put(`mail/${mails}`, raw, 'message/rfc822');
  await deliver(deps, notification(`mail/${mails}`), at);
  return deps.vault.all().slice(before);
}
