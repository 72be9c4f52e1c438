import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A queue to send to. */
export function sqsQueue(client: SQSClient, queueUrl: string) {
  /** SQS takes ten messages a call. */
  async function sendTen(bodies: readonly string[], first: number): Promise<number[]> {
    const Entries = bodies.map((MessageBody, index) => ({ Id: String(first + index), MessageBody }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    return Failed.map(({ Id }) => Number(Id));
  }

  return {
    /**
     * Sends all, ten a call, one call after the other, and gives the indexes of those that were refused. Throws when a
     * call fails.
     */
    async sendAll(bodies: readonly string[]): Promise<number[]> {
      const failed: number[] = [];
      for (let first = 0; first < bodies.length; first += 10) {
        failed.push(...(await sendTen(bodies.slice(first, first + 10), first)));
      }
      return failed;
    },
  };
}
