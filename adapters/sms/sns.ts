import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { type TextTemplates, textMessageOf } from '../../domain/notices/text-message.ts';
import type { Send, SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { reasonNotReached } from '../http/outgoing-request.ts';

/**
 * Text messages by Amazon SNS, where the region has it: none of China has. The text goes as a person reads it, in the
 * words of the template. The client must not retry by itself (`maxAttempts: 1`).
 */
export function snsSms(client: SNSClient, texts: TextTemplates): Send {
  return async ({ sms }, to) => {
    const text = textMessageOf(sms, texts);
    if (text === '') return { kind: 'barred', reason: `no template for ${sms.use}` };
    const command = new PublishCommand({
      PhoneNumber: to.startsWith('+') ? to : `+86${to}`,
      Message: text,
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
    });
    try {
      const { MessageId = '' } = await client.send(command);
      return { kind: 'sent', reference: MessageId };
    } catch (error) {
      return resultOf(error as Error & { $metadata?: { httpStatusCode?: number } });
    }
  };
}

/** By SNS of the region in which this runs. A call that hangs ends while the function can still write that down. */
export const snsInRegion = (texts: TextTemplates): Send =>
  snsSms(
    new SNSClient({
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    }),
    texts,
  );

/** Of the number: it is none, or its owner wants no messages. */
const REFUSED = /^(InvalidParameter|ParameterValueInvalid|OptedOut)/;

function resultOf(error: Error & { $metadata?: { httpStatusCode?: number } }): SendResult {
  const { name, $metadata } = error;
  const status = $metadata?.httpStatusCode;
  const notReached = reasonNotReached(error);
  if (notReached) return { kind: 'busy', reason: notReached };
  if (/Throttl/.test(name) || status === 503) return { kind: 'busy', reason: name };
  if (status === undefined || status >= 500) return { kind: 'unknown', reason: name };
  return { kind: REFUSED.test(name) ? 'refused' : 'barred', reason: name };
}
