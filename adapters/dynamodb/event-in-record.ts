import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { CaseEvent } from '../../domain/case/events.ts';
import { eventOf } from './event-items.ts';

/** The event that a stream record brings; throws a ZodError when it brings none. */
export function eventInRecord(record: DynamoDBRecord): CaseEvent {
  const image = record.dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
  return eventOf(image && unmarshall(image));
}
