import { Duration, Validations } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ServiceFunction } from './service-function.ts';
import type { DeadLetterQueue } from './work-queue.ts';

/**
 * Wakes `worker` on what was inserted into `table` (and on what was removed), in order for each item. The worker
 * itself sets aside what keeps failing (functions/shared/event-sources/records.ts), so what comes again here is for a service that
 * is away: as long as the stream keeps it, 24 hours. Then its place in the stream (not its content) is set aside. A
 * batch that ends the function is halved.
 */
export function wakeOnInserts(
  table: ITable,
  worker: ServiceFunction,
  {
    deadLetters,
    keys,
    andRemovals = false,
  }: { deadLetters: DeadLetterQueue; keys?: Record<string, unknown>; andRemovals?: boolean },
): void {
  const eventName = andRemovals ? ['INSERT', 'REMOVE'] : ['INSERT'];
  worker.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // Of each shard several batches at once; the records of one item stay in their order.
      parallelizationFactor: 4,
      filters: [FilterCriteria.filter({ eventName, ...(keys && { dynamodb: { Keys: keys } }) })],
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      maxRecordAge: Duration.hours(24),
      onFailure: new SqsDlq(deadLetters),
    }),
  );
  deadLetters.fillableBy(worker);
  Validations.of(worker.role!).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'dynamodb:ListStreams, which Lambda needs to follow a stream, cannot be limited to one table.',
  });
}
