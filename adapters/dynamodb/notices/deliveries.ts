import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../../domain/calendar/day.ts';
import { begun } from '../../../usecases/notices/delivery/claim-delivery.ts';
import type { Delivery, KnownDelivery, NoticeHead } from '../../../usecases/notices/delivery/delivery.ts';
import type { MissedNotices } from '../../../usecases/notices/delivery/missed-notices.ts';
import type { ConfirmSentDeps } from '../../../usecases/notices/receipts/confirm-sent.ts';
import type { HeedReceiptDeps } from '../../../usecases/notices/receipts/heed-receipt.ts';
import type { ResumeStuckDeps } from '../../../usecases/notices/sending/resume-stuck.ts';
import type { SendListsDeps } from '../../../usecases/notices/sending/send-lists.ts';
import { keyOf } from '../cases/case-key.ts';
import { pagesOfDue, readDue } from '../cases/due-index.ts';
import { isDone } from '../conditional.ts';
import { legible, refuseUnread, type TellUnread } from '../legible.ts';
import { MOST_A_CALL, readMany } from '../read-many.ts';
import { DeliveryItem, deliveryItemOf, IN_HAND, MISSED, PUT_BY, SENT, WAITING } from './delivery-item.ts';

/** Of what was deferred, for what goes to one mailbox is one letter: the morning of a province. The rest comes a minute later. */
const PUT_BY_PER_RUN = 5_000;

/**
 * 送达情况, one item a notice, beside its case: subject and attempts, but no address. What waits for a transport is in the
 * index `due`.
 */
export function dynamoDeliveries(
  client: DynamoDBDocumentClient,
  tableName: string,
  tellUnread: TellUnread = refuseUnread,
): SendListsDeps['deliveries'] &
  HeedReceiptDeps['deliveries'] &
  ResumeStuckDeps['deliveries'] &
  ConfirmSentDeps['deliveries'] &
  MissedNotices {
  const put = (notice: NoticeHead, delivery: Delivery, guard = {}) =>
    client.send(new PutCommand({ TableName: tableName, Item: deliveryItemOf(notice, delivery), ...guard }));
  const get = async (Key: { pk: unknown; sk: unknown }) =>
    (await client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item;
  /** What the keys of a page name, in their order. */
  const read = async (keys: readonly Record<string, unknown>[]): Promise<readonly KnownDelivery[]> => {
    const wanted = keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    const items = new Map<string, Record<string, unknown>>();
    for (const item of await readMany(client, tableName, wanted, { isLatest: true }))
      items.set(`${item.pk} ${item.sk}`, item);
    const found = wanted.map(({ pk, sk }) => items.get(`${pk} ${sk}`)).filter((item) => item !== undefined);
    return legible(found, (item) => DeliveryItem.parse(item), tellUnread);
  };
  /** Page by page, for there may be more than one answer holds. */
  const pages = async function* (
    partition: string,
    until?: Instant,
    from?: Instant,
  ): AsyncIterable<readonly KnownDelivery[]> {
    for await (const keys of pagesOfDue(client, tableName, { partition, limit: MOST_A_CALL, until, from }))
      yield await read(keys);
  };
  return {
    async claim(notice, holder) {
      const delivery = begun(holder);
      try {
        await put(notice, delivery, {
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        });
        return delivery;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException && error.Item)) throw error;
        return DeliveryItem.parse(unmarshall(error.Item)).delivery;
      }
    },
    async find({ id, caseId }) {
      const item = await get({ pk: keyOf(caseId), sk: `NOTICE#${id}` });
      return item && DeliveryItem.parse(item);
    },
    change: (notice, before, after) => isDone(put(notice, after, unchangedSince(before))),
    async deferredUntil(until) {
      const found: KnownDelivery[] = [];
      for await (const page of pages(PUT_BY, until)) {
        found.push(...page);
        if (found.length >= PUT_BY_PER_RUN) break;
      }
      return found;
    },
    inHandSince: (then) => pages(IN_HAND, then),
    sentUntil: (now) => pages(SENT, now),
    async missedBetween(from, until) {
      const found = (await Array.fromAsync(pages(MISSED, until, from))).flat();
      return found.filter(({ delivery }) => delivery.claimedAt < until);
    },
    async earliestDeferred() {
      const [item] = await readDue(client, tableName, { partition: PUT_BY, limit: 1 });
      return item && String(item.dueAt);
    },
    waiting: () => pages(WAITING),
  };
}

/** Deliveries of before they were numbered have no version. */
const unchangedSince = ({ version }: Delivery) => ({
  ConditionExpression: version === 0 ? 'attribute_not_exists(#version)' : '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
});
