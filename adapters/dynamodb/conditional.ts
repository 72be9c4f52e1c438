import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** Whether it was done: false where its condition did not hold, which is an answer too. */
export async function isDone(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** The condition that the item of a table with one key is stored in that version; 0: that none is stored. */
export const ifVersion = (version: number) => ({
  ConditionExpression: version === 0 ? 'attribute_not_exists(#key)' : '#version = :version',
  ExpressionAttributeNames: version === 0 ? { '#key': 'key' } : { '#version': 'version' },
  ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
});
