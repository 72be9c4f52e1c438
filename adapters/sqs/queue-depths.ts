import { GetQueueAttributesCommand, paginateListQueues, type SQSClient } from '@aws-sdk/client-sqs';
import type { QueueDepth } from '../../usecases/operations/health.ts';
import { QUEUES } from '../../usecases/operations/queues.ts';

/** The address of every queue of a province, by its name without the province. */
export async function queuesOf(client: SQSClient, province: string): Promise<ReadonlyMap<string, string>> {
  const QueueNamePrefix = `huiyin-${province}-`;
  const pages = paginateListQueues({ client, pageSize: 1_000 }, { QueueNamePrefix });
  const urls = (await Array.fromAsync(pages, ({ QueueUrls = [] }) => QueueUrls)).flat();
  const named = urls.map((url) => [url.slice(url.lastIndexOf('/') + 1 + QueueNamePrefix.length), url] as const);
  // Another province may have a name that begins as this one.
  const own = named.filter(([name]) => QUEUES.includes(name));
  return new Map(own.toSorted(([one], [other]) => QUEUES.indexOf(one) - QUEUES.indexOf(other)));
}

/** About how many messages each queue holds: SQS counts no better. */
export async function depthsOf(client: SQSClient, queues: ReadonlyMap<string, string>): Promise<readonly QueueDepth[]> {
  return await Promise.all(
    [...queues].map(async ([name, QueueUrl]) => {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
      );
      const [waiting, inFlight] = AttributeNames.map((attribute) => Number(Attributes?.[attribute] ?? 0));
      return { name, waiting: waiting!, inFlight: inFlight! };
    }),
  );
}
