import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type KeySchemaElement,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TableShape } from '../../../usecases/operations/restore-drill.ts';

export async function described(client: DynamoDBDocumentClient, TableName: string): Promise<TableDescription> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table!;
}

/** The attribute by which its items end; undefined where they do not. */
export async function expiryOf(client: DynamoDBDocumentClient, TableName: string): Promise<string | undefined> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  return TimeToLiveDescription?.AttributeName;
}

/** What a table has beside its items. DynamoDB Local knows nothing of backups. */
export async function tableShape(
  client: DynamoDBDocumentClient,
  TableName: string,
  hasBackups: boolean,
): Promise<TableShape> {
  const table = await described(client, TableName);
  const indexes = (table.GlobalSecondaryIndexes ?? []).map(
    ({ IndexName, KeySchema, Projection }) => `${IndexName}:${keysIn(KeySchema)}:${Projection?.ProjectionType}`,
  );
  return {
    keys: [keysIn(table.KeySchema), ...indexes.toSorted()],
    stream: table.StreamSpecification?.StreamEnabled ? table.StreamSpecification.StreamViewType : undefined,
    expiry: await expiryOf(client, TableName),
    encryption: table.SSEDescription?.KMSMasterKeyArn,
    isProtected: table.DeletionProtectionEnabled === true,
    isBackedUp: hasBackups ? await isBackedUp(client, TableName) : undefined,
  };
}

const keysIn = (schema: KeySchemaElement[] = []): string => schema.map((key) => key.AttributeName).join();

async function isBackedUp(client: DynamoDBDocumentClient, TableName: string): Promise<boolean> {
  const { ContinuousBackupsDescription: backups } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName }),
  );
  return backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED';
}
