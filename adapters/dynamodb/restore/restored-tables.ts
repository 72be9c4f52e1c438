import { setTimeout as delay } from 'node:timers/promises';
import {
  ContinuousBackupsUnavailableException,
  CreateTableCommand,
  RestoreTableToPointInTimeCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar/day.ts';
import { importTable } from '../../../usecases/operations/move-state.ts';
import type { RestoreDeps } from '../../../usecases/operations/restore-drill.ts';
import { dynamoMovedTable } from './moved-table.ts';
import { described, expiryOf, tableShape } from './table-shape.ts';

type Maker = Pick<RestoreDeps, 'restore' | 'equip' | 'shapeOf'>;

/** New tables out of the backups of AWS: as they were at that moment, or as lately as can be. */
export function restoredTables(client: DynamoDBDocumentClient, at: Instant | undefined): Maker {
  return {
    async restore(SourceTableName, TargetTableName) {
      const { SSEDescription } = await described(client, SourceTableName);
      const restore = new RestoreTableToPointInTimeCommand({
        SourceTableName,
        TargetTableName,
        ...(at === undefined ? { UseLatestRestorableTime: true } : { RestoreDateTime: new Date(at) }),
        SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: SSEDescription?.KMSMasterKeyArn },
      });
      await client.send(restore);
      await untilThere(client, TargetTableName);
    },
    async equip(from, to) {
      const stream = await equip(client, from, to);
      await backUp(client, to);
      return stream;
    },
    shapeOf: (table) => tableShape(client, table, true),
  };
}

/** The same where nothing is backed up, as on the local stack: new tables out of what the others hold now. */
export function copiedTables(client: DynamoDBDocumentClient): Maker {
  return {
    async restore(from, TableName) {
      const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = await described(client, from);
      const indexes = GlobalSecondaryIndexes?.map(({ IndexName, KeySchema: keys, Projection }) => ({
        ...{ IndexName, KeySchema: keys, Projection },
      }));
      const table = { TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes: indexes };
      await client.send(new CreateTableCommand({ ...table, BillingMode: 'PAY_PER_REQUEST' }));
      await untilThere(client, TableName);
      await importTable(dynamoMovedTable(client, from).all(), dynamoMovedTable(client, TableName));
    },
    equip: (from, to) => equip(client, from, to),
    shapeOf: (table) => tableShape(client, table, false),
  };
}

const MOST_TRIES = 40;
const PAUSE_MS = 30_000;

/** A table that was just made refuses backups for some minutes. */
async function backUp(client: DynamoDBDocumentClient, TableName: string, tries = MOST_TRIES): Promise<void> {
  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
  try {
    await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
  } catch (error) {
    if (!(error instanceof ContinuousBackupsUnavailableException) || tries === 1) throw error;
    await delay(PAUSE_MS);
    await backUp(client, TableName, tries - 1);
  }
}

const LONGEST_PAUSE_MS = 60_000;

/** The service restores for hours where a table is large. */
async function untilThere(client: DynamoDBDocumentClient, TableName: string, pause = 250): Promise<void> {
  if ((await described(client, TableName)).TableStatus === 'ACTIVE') return;
  await delay(pause);
  await untilThere(client, TableName, Math.min(2 * pause, LONGEST_PAUSE_MS));
}

/** Stream, expiry and protection, as the other table has them. Gives the address of the new stream. */
async function equip(client: DynamoDBDocumentClient, from: string, TableName: string): Promise<string | undefined> {
  const { StreamSpecification, DeletionProtectionEnabled = false } = await described(client, from);
  const AttributeName = await expiryOf(client, from);
  if (StreamSpecification) await client.send(new UpdateTableCommand({ TableName, StreamSpecification }));
  await untilThere(client, TableName);
  if (AttributeName !== undefined) {
    const TimeToLiveSpecification = { Enabled: true, AttributeName };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
  if (DeletionProtectionEnabled) await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled }));
  await untilThere(client, TableName);
  return (await described(client, TableName)).LatestStreamArn;
}
