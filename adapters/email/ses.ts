import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { createTransport } from 'nodemailer';
import type { Send, SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { reasonNotReached } from '../http/outgoing-request.ts';
import { type MailSettings, messageOf } from './message.ts';

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

export interface SesSettings extends MailSettings {
  readonly region: string;
  /** Through which SES says what becomes of a mail. */
  readonly configurationSet: string;
}

/**
 * E-mail by SES; `reference` is the Message-ID under which it arrives. The client must not retry by itself
 * (`maxAttempts: 1`): after a time-out nobody knows whether the mail went.
 */
export function sesEmail(client: SESClient, settings: SesSettings): Send {
  const { from, region, configurationSet } = settings;
  return async (notice, to, sending) => {
    let letter: Buffer;
    try {
      const { message } = await composer.sendMail(await messageOf(notice, to, sending, settings));
      letter = message as Buffer;
    } catch (error) {
      return { kind: 'busy', reason: (error as Error).name };
    }
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: letter },
      ConfigurationSetName: configurationSet,
    });
    try {
      const { MessageId = '' } = await client.send(command);
      return { kind: 'sent', reference: `<${MessageId}@${sendingDomainIn(region)}>` };
    } catch (error) {
      return resultOf(error as SesError);
    }
  };
}

/** SES puts an id of its own over ours: https://docs.aws.amazon.com/ses/latest/dg/header-fields.html. */
const sendingDomainIn = (region: string): string => `${region === 'us-east-1' ? 'email' : region}.amazonses.com`;

type SesError = Error & { $metadata?: { httpStatusCode?: number } };

function resultOf(error: SesError): SendResult {
  const { name, message, $metadata } = error;
  const status = $metadata?.httpStatusCode;
  if (/Throttling|TooManyRequests/.test(name)) {
    // The daily quota does not come back soon: another transport is sooner.
    return /quota/i.test(message) ? { kind: 'barred', reason: 'DailyQuota' } : { kind: 'busy', reason: name };
  }
  const notReached = reasonNotReached(error);
  if (notReached) return { kind: 'busy', reason: notReached };
  if (status === 503) return { kind: 'busy', reason: name };
  if (status === undefined || status >= 500) return { kind: 'unknown', reason: name };
  return { kind: isAboutTheLetter(name, message) ? 'refused' : 'barred', reason: name };
}

/**
 * An address or a content that SES takes from nobody. The same name says that our own identity is not verified, or that
 * we may not send.
 */
function isAboutTheLetter(name: string, message: string): boolean {
  if (name === 'InvalidParameterValue') return true;
  return name === 'MessageRejected' && !/not verified|paused|suspended|shut down|probation/i.test(message);
}
