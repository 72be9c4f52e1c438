import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Tally, windowAt } from '../../../domain/rate-limit.ts';
import { Counter, counterKey, forgottenAt } from './rate-limits.ts';

/** What one process counts by itself before it tells: most senders never cost a write, a crowd costs one in ten. */
const TELLS_EVERY = 10;

interface Count {
  /** What all processes together had told when this one told last. */
  total: number;
  untold: number;
}

/**
 * Counts in this process, and adds up with all others in the correspondence table, by the counters of `dynamoLimits`.
 * Where the table does not answer, `onFailure` is told, and each process goes by what it has seen itself.
 */
export function dynamoTally(
  client: DynamoDBDocumentClient,
  tableName: string,
  onFailure: (error: unknown) => void,
): Tally {
  let counts = new Map<string, Count>();
  let latest = '';

  async function tell(key: string, howMany: number, expiresAt: number, counted: Count): Promise<void> {
    const command = new UpdateCommand({
      TableName: tableName,
      Key: { key },
      UpdateExpression: 'ADD taken :more SET expiresAt = :expiresAt',
      ExpressionAttributeValues: { ':more': howMany, ':expiresAt': expiresAt },
      ReturnValues: 'UPDATED_NEW',
    });
    try {
      const { Attributes } = await client.send(command);
      counted.total = Math.max(counted.total, Counter.parse(Attributes).taken);
    } catch (error) {
      onFailure(error);
    }
  }

  return {
    add(key, windowSeconds, now) {
      const { number } = windowAt({ windowSeconds }, now);
      const window = `${windowSeconds}#${number}`;
      // What was counted in the window before concerns nobody any more.
      if (window !== latest) counts = new Map();
      latest = window;
      const counted = counts.get(key) ?? { total: 0, untold: 0 };
      counts.set(key, counted);
      counted.untold += 1;
      const known = counted.total + counted.untold;
      if (counted.untold < TELLS_EVERY) return { known, told: Promise.resolve() };
      Object.assign(counted, { total: known, untold: 0 });
      const itemKey = counterKey(key, windowSeconds, number);
      return { known, told: tell(itemKey, TELLS_EVERY, forgottenAt(windowSeconds, number), counted) };
    },
  };
}
