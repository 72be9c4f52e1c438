import { createTransport } from 'nodemailer';
import * as z from 'zod';
import type { Send, SendResult } from '../../usecases/notices/send-notice.ts';
import { type MailSettings, messageOf } from './message.ts';

/** The secret that holds a province's mail server: where AWS has no SES. */
export const SmtpSecret = z.object({
  host: z.string(),
  port: z.int(),
  /** TLS from the first byte (port 465); otherwise STARTTLS which the server must offer. */
  secure: z.boolean(),
  /** Without any TLS: only for a server on the same machine. Otherwise a stripped STARTTLS would show answers and password to the wire. */
  plain: z.boolean().default(false),
  user: z.string().optional(),
  password: z.string().optional(),
});

/** E-mail by the province's own mail server. Each mail has its own connection: there are few, and the secret may rotate between them. */
export function smtpEmail(secret: () => Promise<z.infer<typeof SmtpSecret>>, settings: MailSettings): Send {
  return async (notice, to, sending) => {
    let server: z.infer<typeof SmtpSecret>;
    let message: Awaited<ReturnType<typeof messageOf>>;
    try {
      server = await secret();
      message = await messageOf(notice, to, sending, settings);
    } catch (error) {
      return { kind: 'busy', reason: (error as Error).name };
    }
    try {
      const { messageId } = await transportTo(server).sendMail(message);
      return { kind: 'sent', reference: messageId };
    } catch (error) {
      return resultOf(error as SmtpError);
    }
  };
}

function transportTo({ host, port, secure, plain, user, password }: z.output<typeof SmtpSecret>) {
  const auth = user === undefined ? {} : { auth: { user, pass: password } };
  // Shorter than the function may run, so that a silent server is told from a mail that may have gone.
  const patience = { dnsTimeout: 5_000, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
  return createTransport({ host, port, secure, requireTLS: !secure && !plain, ...auth, ...patience });
}

/** `code` names the step that failed, `originalCode` the system's own reason where there was one. */
type SmtpError = Error & { code?: string; originalCode?: string; timeoutType?: string; responseCode?: number };

// Failures before the message itself. A connection that breaks later (ECONNECTION) is not among them: the server may have the message.
const NOT_SENT = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EDNS', 'ETLS'],
  // The secret is wrong or being rotated; no other address would fare better.
  'EAUTH',
  ...['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'],
];

function resultOf({ code = 'unknown', originalCode, timeoutType, responseCode }: SmtpError): SendResult {
  const notSent = [originalCode, timeoutType, code].find((reason) => reason !== undefined && NOT_SENT.includes(reason));
  if (notSent !== undefined) return { kind: 'busy', reason: notSent };
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'refused', reason: `SMTP ${responseCode}` };
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'busy', reason: `SMTP ${responseCode}` };
  return { kind: 'unknown', reason: timeoutType ?? originalCode ?? code };
}
