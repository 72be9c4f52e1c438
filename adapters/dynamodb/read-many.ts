import { setTimeout as delay } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** DynamoDB gives so many a call. */
export const MOST_A_CALL = 100;

const MOST_TRIES = 5;
const PAUSE_MS = 50;

/**
 * The items under at most a hundred keys, in no order; what there is not is left out. `isLatest`: as the last write left
 * them, at twice the read units. Throws where the table is throttled for long.
 */
export async function readMany(
  client: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly Key[],
  { isLatest = false } = {},
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let left: Record<string, unknown>[] = [...keys].map((key) => ({ ...key }));
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === MOST_TRIES) throw new Error('some items could not be read');
    if (tries > 0) await delay(PAUSE_MS * 2 ** tries);
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: isLatest } } }),
    );
    found.push(...(Responses[tableName] ?? []));
    left = UnprocessedKeys[tableName]?.Keys ?? [];
  }
  return found;
}
