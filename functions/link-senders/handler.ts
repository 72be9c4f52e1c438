import type { DynamoDBRecord } from 'aws-lambda';
import { type LinkSenderDeps, linkSender } from '../../usecases/history/link-senders.ts';
import { PoisonMessage } from '../shared/event-sources/poison.ts';
import { forEachRecord, type StreamDeps } from '../shared/event-sources/records.ts';

/**
 * Stream of the vault: links each new complaint with the earlier ones of its sender, and forgets the link of one that
 * was erased. Repeats change nothing.
 */
export const createHandler = ({ setAside, now, ...deps }: LinkSenderDeps & StreamDeps) =>
  forEachRecord(
    async (record) => {
      const receipt = receiptOf(record);
      if (record.eventName === 'REMOVE') await deps.links.unlink(receipt);
      else await linkSender(receipt, deps);
    },
    { setAside, now },
  );

function receiptOf({ dynamodb }: DynamoDBRecord): string {
  const receipt = dynamodb?.Keys?.receipt?.S;
  if (receipt === undefined) throw new PoisonMessage('no receipt in the key');
  return receipt;
}
