import { createTransport } from 'nodemailer';
import * as z from 'zod';
import type { Notice } from '../../domain/notices/notice.ts';
import type { SendResult } from '../../usecases/send-notice.ts';
import { messageOf } from './message.ts';

/** The secret that holds a province's mail server: where AWS has no SES. */
export const SmtpSecret = z.object({
  host: z.string(),
  port: z.int(),
  /** TLS from the first byte (port 465); otherwise STARTTLS where the server offers it. */
  secure: z.boolean(),
  user: z.string().optional(),
  password: z.string().optional(),
});

/** E-mail by the province's own mail server. Each mail has its own connection: there are few, and the secret may rotate between them. */
export function smtpEmail(secret: () => Promise<z.infer<typeof SmtpSecret>>, from: string) {
  return async (notice: Notice, to: string): Promise<SendResult> => {
    const { host, port, secure, user, password } = await secret();
    const auth = user === undefined ? {} : { auth: { user, pass: password } };
    const transport = createTransport({ host, port, secure, ...auth, connectionTimeout: 5_000, socketTimeout: 15_000 });
    try {
      const { messageId } = await transport.sendMail(messageOf(notice, to, from));
      return { kind: 'sent', reference: messageId };
    } catch (error) {
      return resultOf(error as SmtpError);
    }
  };
}

type SmtpError = Error & { code?: string; responseCode?: number };

// Failures before the server could have taken the message.
const NOT_SENT = ['ECONNECTION', 'ECONNREFUSED', 'EDNS', 'EAUTH', 'ETLS'];

function resultOf({ code = 'unknown', responseCode }: SmtpError): SendResult {
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'refused', reason: `SMTP ${responseCode}` };
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'busy', reason: `SMTP ${responseCode}` };
  return NOT_SENT.includes(code) ? { kind: 'busy', reason: code } : { kind: 'unknown', reason: code };
}
