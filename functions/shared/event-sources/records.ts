import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { logError } from '../log.ts';
import { follow, traced } from '../trace.ts';
import { type BatchDeps, putAside } from './batch.ts';
import { isOutage, isPermanent } from './poison.ts';

export interface StreamDeps extends BatchDeps {
  readonly now: () => Date;
}

/** For so long a record is tried again that fails by a fault of ours while others in its batch succeed. */
const PATIENCE_MS = 10 * 60_000;

/** Before the case's id in the key of its events. */
const OF_CASE = 'CASE#';

/** And one of which that is less sure: nothing beside it succeeds, or a service refuses it and takes the others. */
const LONG_PATIENCE_MS = 60 * 60_000;

/**
 * Does `work` for every record of a stream, those of one item in order, several items at once. What can never succeed
 * is set aside, by its key only. Whatever else fails holds up later records of its own item and no others; the stream
 * comes back with the first such record and all after it. A record that goes on failing is set aside as well
 * (docs/adr/0046), never because a service is away.
 */
export const forEachRecord =
  (work: (record: DynamoDBRecord) => Promise<void>, { setAside, now }: StreamDeps) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const aside = (record: DynamoDBRecord, error: unknown) => putAside(letterOf(record), error, { setAside });
    const attempts = await attemptAll(Records, (record) =>
      traced(idOf(record), async () => {
        follow(aboutOf(record));
        try {
          await work(record);
          return 'done';
        } catch (error) {
          logError('message-failed', error, { messageId: idOf(record) });
          return isPermanent(error) && (await aside(record, error)) ? 'aside' : { error };
        }
      }),
    );
    const isAnyDone = attempts.includes('done');
    for (const [index, record] of Records.entries()) {
      const attempt = attempts[index]!;
      if (attempt === 'done' || attempt === 'aside') continue;
      const isOver = attempt !== 'behind' && isHopeless(record, attempt.error, now(), isAnyDone);
      if (!isOver || !(await aside(record, attempt.error))) {
        return { batchItemFailures: [{ itemIdentifier: idOf(record) }] };
      }
    }
    return { batchItemFailures: [] };
  };

/** `behind`: not tried, because an earlier record of the same item failed. */
type Attempt = 'done' | 'aside' | 'behind' | { readonly error: unknown };

/** So many items are worked on at once: what they wait for is tables and queues, not each other. */
const AT_ONCE = 10;

async function attemptAll(
  records: readonly DynamoDBRecord[],
  attempt: (record: DynamoDBRecord) => Promise<Attempt>,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = records.map(() => 'behind');
  const items = [...Map.groupBy(records.keys(), (index) => itemOf(records[index]!)).values()];
  const inTurn = async () => {
    for (let item = items.shift(); item; item = items.shift())
      for (const index of item) {
        const result = await attempt(records[index]!);
        attempts[index] = result;
        if (typeof result === 'object') break;
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
  return attempts;
}

/** A record without a time is never given up: it was not brought by a stream. */
function isHopeless({ dynamodb }: DynamoDBRecord, error: unknown, now: Date, isAnyDone: boolean): boolean {
  const age = now.getTime() - (dynamodb?.ApproximateCreationDateTime ?? Number.NaN) * 1000;
  if (isOutage(error)) return isAnyDone && age > LONG_PATIENCE_MS;
  return age > (isAnyDone ? PATIENCE_MS : LONG_PATIENCE_MS);
}

const idOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';

const letterOf = ({ eventID, dynamodb }: DynamoDBRecord) => JSON.stringify({ eventID, keys: dynamodb?.Keys });

/** The receipt of a complaint, the case of an event; where the record has neither, its place in the stream. */
const aboutOf = (record: DynamoDBRecord): string => {
  const { receipt, pk } = record.dynamodb?.Keys ?? {};
  return receipt?.S ?? (pk?.S?.startsWith(OF_CASE) ? pk.S.slice(OF_CASE.length) : idOf(record));
};

/** The case of an event, the receipt of a complaint: all of the key but what sorts. */
const itemOf = ({ dynamodb }: DynamoDBRecord): string => JSON.stringify({ ...dynamodb?.Keys, sk: undefined });
