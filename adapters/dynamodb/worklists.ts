import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { NoSuchPage, type WorklistDeps, type WorklistQuery } from '../../usecases/staff/worklist.ts';
import { caseOf } from './case-items.ts';
import { keyOf } from './case-store.ts';
import { ASKED_UNTIL, openUntil } from './worklist-order.ts';

const PAGE = 50;
const END_OF_TIME = '9999-12-31T00:00:00.000Z';

/** The cases of an organ, by the index `worklist`: open ones by their soonest deadline, then those that ended. */
export function dynamoWorklists(client: DynamoDBDocumentClient, tableName: string): WorklistDeps['worklists'] {
  return {
    async read(query) {
      const place = query.cursor === undefined ? undefined : placeIn(query.cursor);
      if (place && isBeyond(place, query)) return { cases: [] };
      const { isHidden } = query;
      let after: Record<string, unknown> | undefined = place && keyAt(place, query);
      let items: readonly Record<string, unknown>[];
      do {
        ({ items, after } = await page(query, after));
      } while (isHidden && items.length === 0 && after);
      // A cursor names the case that it ends with, so it ends with one that is shown.
      return { cases: items.map(caseOf), cursor: after && cursorOf(isHidden ? items.at(-1)! : after) };
    },
  };

  async function page(query: WorklistQuery, from: Record<string, unknown> | undefined) {
    const { Items = [], LastEvaluatedKey: after } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: 'worklist',
        Limit: PAGE,
        ExclusiveStartKey: from,
        ...conditionOf(query),
      }),
    );
    const { isHidden = () => false } = query;
    return { items: Items.filter((item) => !isHidden(caseOf(item))), after };
  }
}

/** Where the list that is asked for ends; undefined for the whole of it. */
function endOf({ asksReopening, dueBefore }: WorklistQuery): string | undefined {
  if (asksReopening) return ASKED_UNTIL;
  return dueBefore === undefined ? undefined : openUntil(dueBefore);
}

function conditionOf(query: WorklistQuery) {
  const { organ, status } = query;
  const until = endOf(query);
  const due = until === undefined ? '' : ' AND worklistAt < :due';
  const filter = status === undefined ? {} : { FilterExpression: '#status = :status' };
  return {
    KeyConditionExpression: `#lead = :organ${due}`,
    ...filter,
    ExpressionAttributeNames: { '#lead': 'lead', ...(status === undefined ? {} : { '#status': 'status' }) },
    ExpressionAttributeValues: {
      ':organ': organ,
      ...(until === undefined ? {} : { ':due': until }),
      ...(status === undefined ? {} : { ':status': status }),
    },
  };
}

/**
 * Where a page ended: the sort key and the case. The organ is the one that asks, so a cursor leads into no other list.
 */
const Place = z.tuple([z.string().regex(/^\d-(asked|open|ended)#[\w:.-]{1,40}$/), z.string().min(1).max(100)]);

const cursorOf = ({ worklistAt, pk }: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify([worklistAt, String(pk).slice(keyOf('').length)])).toString('base64url');

function placeIn(cursor: string): z.infer<typeof Place> {
  const { success, data } = Place.safeParse(jsonIn(cursor));
  if (!success) throw new NoSuchPage();
  return data;
}

/** The cursor of a longer list; nothing follows it in the one that is asked for. */
function isBeyond([worklistAt]: z.infer<typeof Place>, query: WorklistQuery): boolean {
  const until = endOf(query);
  return until !== undefined && worklistAt >= until;
}

const keyAt = ([worklistAt, caseId]: z.infer<typeof Place>, { organ }: WorklistQuery) => {
  return { pk: keyOf(caseId), sk: 'CASE', lead: organ, worklistAt };
};

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

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
