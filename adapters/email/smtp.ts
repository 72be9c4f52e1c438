import { createTransport } from 'nodemailer';
import type { Send, SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { withoutKey } from '../secrets/provider-key.ts';
import type { SmtpHost } from './hosts.ts';
import { type MailSettings, messageOf } from './message.ts';
import { meaningOf } from './reply-codes.ts';

/**
 * E-mail by the province's own mail server. Each mail has its own connection: there are few, and the secret may rotate
 * between them.
 */
export function smtpEmail(secret: () => Promise<SmtpHost>, settings: MailSettings): Send {
  return async (notice, to, sending) => {
    let server: SmtpHost;
    let message: Awaited<ReturnType<typeof messageOf>>;
    try {
      server = await secret();
      message = await messageOf(notice, to, sending, settings);
    } catch (error) {
      return withoutKey(error);
    }
    const progress = { hasBegun: false };
    try {
      const { messageId } = await transportTo(server, progress).sendMail(message);
      return { kind: 'sent', reference: messageId };
    } catch (error) {
      return resultOf(error as SmtpError, progress);
    }
  };
}

/** Whether the server was asked to take the message itself: before that it has nothing. */
interface Progress {
  hasBegun: boolean;
}

function transportTo({ host, port, secure, plain, user, password }: SmtpHost, progress: Progress) {
  const auth = user === undefined ? {} : { auth: { user, pass: password } };
  // Shorter than the function may run, so that a silent server is told from a mail that may have gone.
  const patience = { dnsTimeout: 5_000, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
  const watch = { logger: watching(progress), transactionLog: true };
  return createTransport({ host, port, secure, requireTLS: !secure && !plain, ...auth, ...patience, ...watch });
}

/** The library tells nobody but its logger which commands it sent. */
function watching(progress: Progress) {
  const ignore = () => {};
  const debug = ({ tnx }: { tnx?: string }, line: string) => {
    if (tnx === 'client' && line === 'DATA') progress.hasBegun = true;
  };
  return { level: ignore, trace: ignore, debug, info: ignore, warn: ignore, error: ignore, fatal: ignore };
}

/**
 * `code` names the step that failed, `originalCode` the system's own reason where there was one; `command` what a
 * response was to.
 */
type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  timeoutType?: string;
  command?: string;
  responseCode?: number;
  response?: string;
};

function resultOf(error: SmtpError, { hasBegun }: Progress): SendResult {
  const { code = 'unknown', originalCode, timeoutType, responseCode, response = '', command = '' } = error;
  if (responseCode !== undefined) {
    return { kind: meaningOf(responseCode, response, command), reason: `SMTP ${responseCode}` };
  }
  const reason = timeoutType ?? originalCode ?? code;
  if (code === 'EAUTH') return { kind: 'barred', reason: code };
  return { kind: hasBegun ? 'unknown' : 'busy', reason };
}
