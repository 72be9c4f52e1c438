import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A queue of work on complaints: each message names a receipt and nothing else. */
export function sqsReceiptQueue(client: SQSClient, queueUrl: string) {
  return async (receipt: string): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ receipt }) }));
  };
}
