import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { StaffDeskDeps, WorklistQuery } from '../../usecases/staff-desk.ts';
import { CaseItem } from './case-items.ts';
import { openUntil } from './worklist-order.ts';

const PAGE = 50;
const END_OF_TIME = '9999-12-31T00:00:00.000Z';

/** The cases of an organ, by the index `worklist`: open ones by their soonest deadline, then those that ended. */
export function dynamoWorklists(client: DynamoDBDocumentClient, tableName: string): StaffDeskDeps['worklists'] {
  return {
    async read(query) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: 'worklist',
          Limit: PAGE,
          ExclusiveStartKey: query.cursor === undefined ? undefined : keyIn(query.cursor),
          ...conditionOf(query),
        }),
      );
      const cases = Items.map((item) => CaseItem.parse(item));
      return { cases, cursor: LastEvaluatedKey && cursorOf(LastEvaluatedKey) };
    },
  };
}

function conditionOf({ organ, status, dueBefore }: WorklistQuery) {
  const due = dueBefore === undefined ? '' : ' AND worklistAt < :due';
  const filter = status === undefined ? {} : { FilterExpression: '#status = :status' };
  return {
    KeyConditionExpression: `#lead = :organ${due}`,
    ...filter,
    ExpressionAttributeNames: { '#lead': 'lead', ...(status === undefined ? {} : { '#status': 'status' }) },
    ExpressionAttributeValues: {
      ':organ': organ,
      ...(dueBefore === undefined ? {} : { ':due': openUntil(dueBefore) }),
      ...(status === undefined ? {} : { ':status': status }),
    },
  };
}

const cursorOf = (key: Record<string, unknown>): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const keyIn = (cursor: string): Record<string, unknown> => JSON.parse(Buffer.from(cursor, 'base64url').toString());

/** Ids of every open case of those organs, a page at a time. */
export function dynamoOpenCases(client: DynamoDBDocumentClient, tableName: string, organs: Iterable<string>) {
  const { read } = dynamoWorklists(client, tableName);
  return async function* (): AsyncGenerator<string> {
    for (const organ of organs) {
      let cursor: string | undefined;
      do {
        const page = await read({ organ, dueBefore: END_OF_TIME, cursor });
        for (const { id } of page.cases) yield id;
        cursor = page.cursor;
      } while (cursor !== undefined);
    }
  };
}
