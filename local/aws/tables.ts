import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Names } from '../template/resource-names.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Projection = z.object({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const Index = z.object({ IndexName: z.string(), KeySchema, Projection });

/** Keys, indexes and stream. Encryption, backups and expiry have no effect on one machine. */
const TableProperties = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) })
    .optional(),
});

/** Creates every table of the template. Answers the address of each table's stream, by the table's logical id. */
export async function createTables(client: DynamoDBClient, names: Names): Promise<ReadonlyMap<string, string>> {
  const streams = new Map<string, string>();
  for (const resource of names.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
    const { StreamSpecification, ...properties } = TableProperties.parse(names.properties(resource));
    const { TableDescription } = await client.send(
      new CreateTableCommand({
        ...properties,
        TableName: names.physicalName(resource),
        BillingMode: 'PAY_PER_REQUEST',
        ...(StreamSpecification && { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } }),
      }),
    );
    if (TableDescription?.LatestStreamArn) streams.set(resource.logicalId, TableDescription.LatestStreamArn);
  }
  return streams;
}
