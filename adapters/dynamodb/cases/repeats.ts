import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { FiledCase, RepeatDeps } from '../../../usecases/registration/find-repeats.ts';

const features = z.array(z.string());

const FiledItem: z.ZodType<FiledCase> = z.object({
  caseId: z.string(),
  receivedAt: z.iso.datetime(),
  sketch: z.object({
    version: z.literal(2),
    division: z.string().optional(),
    places: features,
    areas: features,
    ways: features,
    towns: features,
    sites: features,
    ofMatter: features,
    objects: features.optional(),
    signs: features,
    origins: features,
    wording: z.string(),
    handling: z.number(),
  }),
});

/**
 * Sketches of cases in the case table, in no index of it: see docs/table.md. Those of another version are passed over.
 */
export function dynamoRepeats(client: DynamoDBDocumentClient, tableName: string): Pick<RepeatDeps, 'recent' | 'file'> {
  return {
    async recent(bucket, limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keyOf(bucket) },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.flatMap((item) => FiledItem.safeParse(item).data ?? []);
    },

    async file(buckets, filed) {
      const sk = `${filed.receivedAt}#${filed.caseId}`;
      const items = buckets.map((bucket) => ({ pk: keyOf(bucket), sk, ...filed }));
      await Promise.all(items.map((Item) => client.send(new PutCommand({ TableName: tableName, Item }))));
    },
  };
}

const keyOf = (bucket: string): string => `REPEAT#${bucket}`;
