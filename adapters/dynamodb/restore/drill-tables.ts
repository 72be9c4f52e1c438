import {
  DeleteTableCommand,
  ListTablesCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DrillTables } from '../../../usecases/operations/drop-drill.ts';

/** The tables of the account, and what takes one of them away for good. `hasBackups`: false on the local stack. */
export const dynamoDrillTables = (client: DynamoDBDocumentClient, hasBackups: boolean): DrillTables => ({
  all: () => namesAfter(client, undefined),
  async drop(TableName) {
    // Of a table with backups AWS would keep one more for 35 days: whatever is erased meanwhile would lie there.
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: false };
    if (hasBackups)
      await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
    await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
    await client.send(new DeleteTableCommand({ TableName }));
  },
});

async function namesAfter(client: DynamoDBDocumentClient, last: string | undefined): Promise<readonly string[]> {
  const page = await client.send(new ListTablesCommand({ ExclusiveStartTableName: last }));
  const { TableNames = [], LastEvaluatedTableName: next } = page;
  return next === undefined ? TableNames : [...TableNames, ...(await namesAfter(client, next))];
}
