import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Puts messages that nothing can be done with into the dead-letter queue, each with the attribute `reason`. */
export function sqsDeadLetters(client: SQSClient, queueUrl: string) {
  return async ({ body, reason }: { readonly body: string; readonly reason: string }): Promise<void> => {
    const MessageAttributes = { reason: { DataType: 'String', StringValue: reason } };
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, MessageAttributes }));
  };
}
