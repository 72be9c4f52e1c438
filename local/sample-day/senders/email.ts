import { createTransport } from 'nodemailer';
import type { LocalStack } from '../../local-stack.ts';
import type { MailSample } from '../sample.ts';
import { rawMail } from './raw-mail.ts';

/** Sends the mail by SMTP. Nobody answers a mail with a receipt: the case that it opens has it. */
export async function sendMail(
  sample: MailSample,
  to: string,
  { smtpPort }: Pick<LocalStack, 'smtpPort'>,
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: sample.from.email, to }, raw: rawMail(sample, to) });
  transport.close();
}
