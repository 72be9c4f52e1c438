import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar/day.ts';

/** So many parts of the table are read at once: a million cases, one part after the other, would take half an hour. */
const SEGMENTS = 8;
const CASE = 'CASE#';

/**
 * The cases that have an event from that instant on and before the other, each as often as it has. A scan that asks no
 * index, so that it finds what no index and no stream knows of: only for who may read the whole table.
 */
export function dynamoCasesChanged(client: DynamoDBDocumentClient, TableName: string) {
  return async function* (from: Instant, until: Instant): AsyncGenerator<string> {
    const scan = {
      TableName,
      ProjectionExpression: 'pk',
      FilterExpression: 'begins_with(sk, :events) AND #at >= :from AND #at < :until',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':events': 'EVENT#', ':from': from, ':until': until },
      TotalSegments: SEGMENTS,
    };
    const segments = Array.from({ length: SEGMENTS }, (_, Segment) => caseIdsIn(client, { ...scan, Segment }));
    for (const caseIds of await Promise.all(segments)) yield* caseIds;
  };
}

async function caseIdsIn(client: DynamoDBDocumentClient, scan: Parameters<typeof paginateScan>[1]): Promise<string[]> {
  const pages = await Array.fromAsync(paginateScan({ client }, scan), ({ Items = [] }) => Items);
  return pages.flat().map(({ pk }) => String(pk).slice(CASE.length));
}
