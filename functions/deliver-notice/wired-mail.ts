import { randomUUID } from 'node:crypto';
import { SESClient } from '@aws-sdk/client-ses';
import { readAcknowledgementCaps } from '../../adapters/config/read-config.ts';
import { dynamoSentLetters } from '../../adapters/dynamodb/correspondence/sent-letters.ts';
import { dynamoThreads } from '../../adapters/dynamodb/correspondence/threads.ts';
import { SMTP_SECRET } from '../../adapters/email/hosts.ts';
import { mailProviders } from '../../adapters/email/providers.ts';
import type { SesSettings } from '../../adapters/email/ses.ts';
import { threadAddresses } from '../../adapters/email/thread-address.ts';
import { lazyTransport } from '../../adapters/lazy-transport.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { secretEntries } from '../../adapters/secrets/secret-entries.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import { restingInOutages } from '../../usecases/notices/transports/outages.ts';
import { byProviders } from '../../usecases/notices/transports/providers.ts';
import { considerateMail } from '../../usecases/notices/transports/send-mail.ts';
import { count } from '../shared/count.ts';
import { readEnv } from '../shared/env.ts';
import { logError, logInfo } from '../shared/log.ts';
import { ThreadsSecret } from '../shared/threads-secret.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import type { Surroundings } from './wired-surroundings.ts';

/** A call that hangs must end while the function can still write down that its outcome is unknown. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** How mail goes out: by SES, by servers of the province, or by both. */
export function wiredMail(surroundings: Surroundings): Send {
  const { province, tables, limits, suppressions, providing, resting } = surroundings;
  const { mail, organiser, staff } = province;
  const env = readEnv('CORRESPONDENCE_TABLE_NAME', 'MAIL_FROM', 'EMAIL_TRANSPORT', 'THREADS_SECRET_NAME');
  const threads = threadAddresses(secretReader(secretSource(env.THREADS_SECRET_NAME), ThreadsSecret), mail.intake);
  const own = [organiser.pages, ...(staff.desk === undefined ? [] : [staff.desk])];
  const letters = { from: env.MAIL_FROM, ...namesBy(threads, mail.intake), own };
  const mailers = { ses: env.EMAIL_TRANSPORT === 'ses' ? ses(letters) : undefined, smtp: smtpSecret() };
  return considerateMail({
    send: restingInOutages('email', byProviders('email', mailProviders(mail, letters, mailers), providing), resting),
    suppressions,
    limits,
    caps: readAcknowledgementCaps(import.meta.dirname),
    ownAddresses: [mail.from, mail.intake],
    sentLetters: dynamoSentLetters(tables, env.CORRESPONDENCE_TABLE_NAME),
    threads: dynamoThreads(tables, env.CORRESPONDENCE_TABLE_NAME),
    onWithheld(reason) {
      logInfo('acknowledgement-withheld', { reason });
      count('AcknowledgementWithheld');
    },
    onForgotten: (error) => logError('thread-not-remembered', error),
  });
}

/** Without the secret no address can be signed, and a reply is known by the mail that it answers. */
const namesBy = (threads: ReturnType<typeof threadAddresses>, intake: string) => ({
  replyTo: (receipt: string): Promise<string> =>
    threads.addressOf(receipt).catch((error: unknown) => {
      logError('thread-address-unsigned', error);
      return intake;
    }),
  // A name that nobody can guess is then one that even we cannot make again.
  nameOf: (noticeId: string): Promise<string> => threads.nameOf(noticeId).catch(() => randomUUID()),
});

function smtpSecret() {
  const { SMTP_SECRET_NAME: name } = process.env;
  return name === undefined ? undefined : secretEntries(secretSource(name), SMTP_SECRET);
}

function ses(letters: Omit<SesSettings, 'region' | 'configurationSet'>): Send {
  const env = readEnv('AWS_REGION', 'MAIL_CONFIGURATION_SET');
  const client = new SESClient({ maxAttempts: 1, requestHandler: PATIENCE });
  const settings = { ...letters, region: env.AWS_REGION, configurationSet: env.MAIL_CONFIGURATION_SET };
  return lazyTransport(async () => (await import('../../adapters/email/ses.ts')).sesEmail(client, settings));
}
