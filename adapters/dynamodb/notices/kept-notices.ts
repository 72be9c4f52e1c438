import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { HandOver } from '../../../domain/notices/delivery/hand-over.ts';
import { AddressSchema } from '../../../domain/notices/notice.ts';
import type { KeptNotices } from '../../../usecases/notices/delivery/kept-notices.ts';
import { keyOf } from '../cases/case-key.ts';

const HandOverItem = z.object({
  noticeId: z.string(),
  caseId: z.string(),
  number: z.int(),
  at: z.iso.datetime(),
  to: AddressSchema,
  subject: z.string().optional(),
  text: z.string(),
  template: z.string(),
  version: z.string().optional(),
  about: z.array(z.string()).default([]),
  letter: z.string().optional(),
});

/** How long after the day on which it was sent: the case that it is about goes on for a while. */
const LONGEST_CASE_YEARS = 2;

/** 保存期限: when it is forgotten, in seconds since 1970. `years` count from the end of the case. */
const forgottenAt = ({ at }: HandOver, years: number): number =>
  Math.floor(Date.parse(at) / 1_000) + (years + LONGEST_CASE_YEARS) * 366 * 86_400;

/** The notice table: one item for each hand-over, under the receipt that its notice is named after (docs/table.md). */
export function dynamoKeptNotices(client: DynamoDBDocumentClient, TableName: string, years: number): KeptNotices {
  const query = async (pk: string, prefix: string) => {
    const asked = {
      ...{ TableName, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)' },
      ...{ ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix }, ConsistentRead: true },
    };
    const pages = await Array.fromAsync(paginateQuery({ client }, asked), ({ Items = [] }) => Items);
    return pages.flat().map((item): HandOver => HandOverItem.parse(item));
  };
  return {
    async keep(handOver) {
      const { noticeId, number } = handOver;
      const key = { pk: placeOf(noticeId), sk: `${noticeId}@${String(number).padStart(3, '0')}` };
      const Item = { ...key, ...handOver, expiresAt: forgottenAt(handOver, years) };
      await client.send(new PutCommand({ TableName, Item }));
    },
    of: (noticeId) => query(placeOf(noticeId), `${noticeId}@`),
    ofCase: (caseId) => query(keyOf(caseId), `${caseId}#`),
  };
}

/** Notices are found by their ids alone, for a letter that comes back says nothing else. */
const placeOf = (noticeId: string): string => keyOf(noticeId.split('#')[0]!);
