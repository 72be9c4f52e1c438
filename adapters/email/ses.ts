import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { createTransport } from 'nodemailer';
import type { Notice } from '../../domain/notices/notice.ts';
import type { SendResult } from '../../usecases/send-notice.ts';
import { messageOf } from './message.ts';

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** E-mail by SES. The client must not retry by itself (`maxAttempts: 1`): after a time-out nobody knows whether the mail went. */
export function sesEmail(client: SESClient, from: string) {
  return async (notice: Notice, to: string): Promise<SendResult> => {
    const { message } = await composer.sendMail(messageOf(notice, to, from));
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: message as Buffer },
    });
    try {
      const { MessageId } = await client.send(command);
      return { kind: 'sent', reference: MessageId ?? '' };
    } catch (error) {
      return resultOf(error as SesError);
    }
  };
}

// The request never left.
const NOT_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

type SesError = Error & { code?: string; $metadata?: { httpStatusCode?: number } };

function resultOf({ name, message, code, $metadata }: SesError): SendResult {
  const status = $metadata?.httpStatusCode;
  if (/Throttling|TooManyRequests/.test(name)) {
    // The daily quota does not come back within the life of a message: another transport is sooner.
    return /quota/i.test(message) ? { kind: 'refused', reason: 'DailyQuota' } : { kind: 'busy', reason: name };
  }
  if (code !== undefined && NOT_REACHED.includes(code)) return { kind: 'busy', reason: code };
  if (status !== undefined && status >= 400 && status < 500) return { kind: 'refused', reason: name };
  return { kind: 'unknown', reason: name };
}
