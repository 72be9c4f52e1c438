import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../../../adapters/dynamodb/cases/case-store.ts';
import { AS_WRITTEN } from '../../../../domain/ids-of-today.ts';
import { filed } from '../../../../usecases/cases/command-case.ts';
import { caseAfter, registeredAt } from '../../../support/cases.ts';
import { beijing, contextAt } from '../../../support/rules.ts';

const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
const commit = { events, ...filed(state, contextAt(beijing('2026-06-01 10:00'))) };

const storeThat = (fails: Error) =>
  dynamoCaseStore({ send: () => Promise.reject(fails) } as unknown as DynamoDBDocumentClient, 'cases', AS_WRITTEN);

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describe('a change of a case that the table does not take', () => {
  it.each([
    ['the case has another version', cancelled('ConditionalCheckFailed', 'None')],
    ['the event is there already', cancelled('None', 'ConditionalCheckFailed')],
    ['somebody else is changing it right now', cancelled('TransactionConflict', 'None')],
    ['the table is throttled', cancelled('ThrottlingError', 'None')],
  ])('because %s is decided anew', async (_, error) => {
    expect(await storeThat(error).commit(commit)).toBe('conflict');
  });

  it.each([
    ['an item is too large', cancelled('ValidationError', 'None')],
    ['it took too long', Object.assign(new Error('time-out'), { name: 'TimeoutError' })],
  ])('because %s comes back to whoever asked', async (_, error) => {
    await expect(storeThat(error).commit(commit)).rejects.toBe(error);
  });
});
