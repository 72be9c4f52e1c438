import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import type { CaseEvent } from '../../domain/case/events.ts';
import { CaseEventItem, EVENT_TYPES } from './case-items.ts';

const Known = z.object({ type: z.enum(EVENT_TYPES) });
const Typed = z.object({ type: z.string() });

/**
 * The event that a stream record brings. Throws a ZodError when it brings none; but a plain Error for an event of a type that only a newer
 * release knows: while a deploy is rolling out, the record must wait for it and not be set aside.
 */
export function eventInRecord(record: DynamoDBRecord): CaseEvent {
  const image = record.dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
  const item = image && unmarshall(image);
  if (Typed.safeParse(item).success && !Known.safeParse(item).success) throw new Error('an event of a newer release');
  return CaseEventItem.parse(item);
}
