import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { accessSchema, forgottenAt } from '../../domain/audit/access.ts';
import { inIdsOfToday } from '../../domain/ids-of-today.ts';
import type { Roster } from '../../domain/organs.ts';
import { type AccessReader, type AccessRecord, placeOf } from '../../usecases/audit/access-record.ts';
import { isDone } from './conditional.ts';

/** 查阅记录, by person and, in the index `case`, by case: see docs/table.md. */
export function dynamoAccessRecord(client: DynamoDBDocumentClient, TableName: string): AccessRecord {
  return {
    async put(access) {
      const Item = { ...access, place: placeOf(access), expiresAt: forgottenAt(access) };
      const put = new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(place)' });
      await isDone(client.send(put));
    },
  };
}

export function dynamoAccessReader(
  client: DynamoDBDocumentClient,
  TableName: string,
  roster: Pick<Roster, 'organs'>,
): AccessReader {
  const today = inIdsOfToday(roster);
  return {
    async *of(whose, from, before) {
      const [[key, value] = []] = Object.entries(whose);
      const query = {
        TableName,
        ...(key === 'caseId' && { IndexName: 'case' }),
        KeyConditionExpression: '#key = :value AND place BETWEEN :from AND :before',
        ExpressionAttributeNames: { '#key': key! },
        ExpressionAttributeValues: { ':value': value, ':from': from, ':before': before },
        ScanIndexForward: false,
      };
      for await (const { Items = [] } of paginateQuery({ client, pageSize: 200 }, query))
        for (const item of Items) if (item.place !== before) yield today(accessSchema().parse(item));
    },
  };
}
