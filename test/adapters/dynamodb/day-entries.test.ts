import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../../adapters/dynamodb/case-store.ts';
import { dynamoDayEntries } from '../../../adapters/dynamodb/day-entries.ts';
import type { Entry } from '../../../domain/audit/ledger.ts';
import type { Command } from '../../../domain/case/acts.ts';
import { commandCase } from '../../../usecases/cases/command-case.ts';
import { registration } from '../../support/cases.ts';
import { createCaseTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

const TABLE = 'entered';
const { service } = dynamoDbForTests();
beforeAll(() => createCaseTable(service.tables, TABLE));

const store = () => dynamoCaseStore(service.tables, TABLE);
const CASE = 'QH-0000-0000-0001';

const at = async (time: string, caseId: string, command: Command, organ?: string) => {
  const context = organ === undefined ? contextAt(beijing(time)) : contextAt(beijing(time), staffOf(organ));
  expect((await commandCase(caseId, command, context, store())).kind).toBe('done');
};
const register = (time: string, receipt: string) =>
  at(time, receipt, { type: 'register', registration: registration(beijing(time), { receipt }) });
const followUp = {
  type: 'follow-up',
  receipt: 'QH-0000-0000-0003',
  to: CASE,
  as: 'supplement',
  channel: 'web',
} as const;

async function enteredOn(day: string): Promise<Entry[]> {
  const found = await Array.fromAsync(dynamoDayEntries(service.tables, TABLE)(day));
  return found.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}
const headOf = async (caseId: string) => ({ caseId, ...(await store().load(caseId))!.head });

describe('the entries of a day', () => {
  it('are each receipt that came in and the last head of each case that changed, by the day in Beijing', async () => {
    await register('2026-11-26 23:59', CASE);
    await register('2026-11-26 10:00', 'QH-0000-0000-0002');
    await at('2026-11-26 11:00', 'QH-0000-0000-0002', { type: 'accept' }, 'county');
    const ofTheDay = [await headOf(CASE), await headOf('QH-0000-0000-0002')];
    await at('2026-11-27 00:01', CASE, followUp);
    expect(await enteredOn('2026-11-26')).toEqual([...ofTheDay, { receipt: CASE }, { receipt: 'QH-0000-0000-0002' }]);
    expect(await enteredOn('2026-11-27')).toEqual([await headOf(CASE), { receipt: 'QH-0000-0000-0003' }]);
    expect(await enteredOn('2026-11-28')).toEqual([]);
  });
});
