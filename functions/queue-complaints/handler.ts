import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { QueueRefused } from '../../usecases/notices/relaying/queue-refused.ts';
import { count } from '../shared/count.ts';
import { PoisonMessage } from '../shared/event-sources/poison.ts';
import { forEachRecord, type StreamDeps } from '../shared/event-sources/records.ts';

export interface QueueComplaintsDeps extends StreamDeps {
  readonly registerQueue: {
    /** Sends all, and gives the indexes of those that were refused. */
    sendAll(bodies: readonly string[]): Promise<readonly number[]>;
  };
}

/**
 * Stream of the vault: puts the receipt of each new complaint on the register queue, ten a call. The stream comes back
 * with the first record that could not be queued and all after it; what is queued twice is registered once.
 */
export const createHandler =
  ({ registerQueue, ...aside }: QueueComplaintsDeps) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const keyed = Records.filter(receiptOf);
    const refused = await registerQueue.sendAll(keyed.map((record) => JSON.stringify({ receipt: receiptOf(record) })));
    count('ComplaintsQueued', keyed.length - refused.length);
    const failed = new Set(refused.map((index) => keyed[index]));
    // A second pass in the order of the stream, which also sets aside whatever has no receipt.
    return forEachRecord(async (record) => {
      if (!receiptOf(record)) throw new PoisonMessage('no receipt in the key');
      if (failed.has(record)) throw new QueueRefused('register');
    }, aside)({ Records });
  };

const receiptOf = (record: DynamoDBRecord): string | undefined => record.dynamodb?.Keys?.receipt?.S;
