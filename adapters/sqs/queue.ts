import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { batched } from '../batched-calls.ts';

/** SQS takes so many messages a call. */
const MOST_A_CALL = 10;

/** A queue to send to. What several callers send at once goes with the same calls, one call after the other. */
export function sqsQueue(client: SQSClient, queueUrl: string) {
  /** Gives of each message whether it was refused. */
  async function sendTogether(bodies: readonly string[]): Promise<readonly boolean[]> {
    const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    const failed = new Set(Failed.map(({ Id }) => Id));
    return Entries.map(({ Id }) => failed.has(Id));
  }
  const isRefused = batched(MOST_A_CALL, sendTogether);

  return {
    /** Sends all, and gives the indexes of those that were refused. Throws when a call fails, once none is under way. */
    async sendAll(bodies: readonly string[]): Promise<number[]> {
      const answers = await Promise.allSettled(bodies.map(isRefused));
      return answers.flatMap((answer, index) => {
        if (answer.status === 'rejected') throw answer.reason;
        return answer.value ? [index] : [];
      });
    },
  };
}
