import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type ITable,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { RestoredTable } from '../../config/schemas/restored-tables.ts';

/** The key of its items, and what only some tables have. */
interface OwnParts extends Pick<TableProps, 'stream' | 'timeToLiveAttribute'> {
  readonly partition: string;
  readonly sort?: string;
}

/**
 * The table of a construct, as every table of a province is: under a key of ours, restorable to any second of the last
 * 35 days, and deleted by no deploy.
 */
export const storedTable = (scope: Construct, encryptionKey: IKey, { partition, sort, ...own }: OwnParts): Table =>
  new Table(scope, 'Table', {
    partitionKey: { name: partition, type: AttributeType.STRING },
    ...(sort !== undefined && { sortKey: { name: sort, type: AttributeType.STRING } }),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    ...own,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });

/**
 * The table at work: the stack's own, or the restored one that the province file names in its place (ADR 173). Both lie
 * under `encryptionKey`: who reads its stream must decrypt with it.
 */
export const tableAtWork = (
  scope: Construct,
  { own, encryptionKey, restored }: { own: Table; encryptionKey: IKey; restored: RestoredTable | undefined },
): ITable =>
  restored
    ? Table.fromTableAttributes(scope, 'Restored', {
        tableName: restored.name,
        encryptionKey,
        grantIndexPermissions: true,
        ...(restored.stream !== undefined && { tableStreamArn: restored.stream }),
      })
    : (own as ITable);
