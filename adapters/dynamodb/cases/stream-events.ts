import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { inIdsOfToday } from '../../../domain/ids-of-today.ts';
import type { Roster } from '../../../domain/organs.ts';
import { eventOf } from './event-items.ts';

/** The event that a stream record brings, with the ids of today; throws a ZodError when it brings none. */
export function eventsInRecords(roster: Pick<Roster, 'organs'>): (record: DynamoDBRecord) => CaseEvent {
  const today = inIdsOfToday(roster);
  return ({ dynamodb }) => {
    const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
    return today(eventOf(image && unmarshall(image)));
  };
}
