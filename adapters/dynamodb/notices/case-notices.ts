import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { KnownDelivery } from '../../../usecases/notices/delivery/delivery.ts';
import { keyOf } from '../cases/case-key.ts';
import { pagesOfDue } from '../cases/due-index.ts';
import { legible, refuseUnread, type TellUnread } from '../legible.ts';
import { DeliveryItem, WAITING } from './delivery-item.ts';

/** Every notice of a case with what became of it. */
export function dynamoNoticesOf(
  client: DynamoDBDocumentClient,
  TableName: string,
  tellUnread: TellUnread = refuseUnread,
) {
  return async (caseId: string): Promise<readonly KnownDelivery[]> => {
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :notices)',
      ExpressionAttributeValues: { ':pk': keyOf(caseId), ':notices': 'NOTICE#' },
    };
    const pages = await Array.fromAsync(paginateQuery({ client }, query), ({ Items = [] }) => Items);
    return legible(pages.flat(), (item) => DeliveryItem.parse(item), tellUnread);
  };
}

/** How many notices wait for a transport, and when the oldest of them was written. Reads keys only. */
export function dynamoWaitingNotices(client: DynamoDBDocumentClient, tableName: string) {
  return async (): Promise<{ readonly count: number; readonly oldestAt: Instant | undefined }> => {
    const written: Instant[] = [];
    for await (const page of pagesOfDue(client, tableName, { partition: WAITING, limit: 1_000 }))
      written.push(...page.map(({ dueAt }) => String(dueAt).slice(String(dueAt).indexOf('#') + 1)));
    return { count: written.length, oldestAt: written.toSorted()[0] };
  };
}
