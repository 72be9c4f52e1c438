import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoDayEntries } from '../../../../adapters/dynamodb/cases/day-entries.ts';
import { memoryDayEntries } from '../../../../adapters/memory/day-entries.ts';
import type { Entry } from '../../../../domain/audit/ledger.ts';
import { type DayEntries, enterEvent } from '../../../../usecases/audit/enter-event.ts';
import { chainOf, type LinkedEvent } from '../../../support/chains.ts';
import { createCaseTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { beijing } from '../../../support/rules.ts';

const { service } = dynamoDbForTests();
const CASE = 'QH-0000-0000-0001';
const MORE = 'QH-0000-0000-0003';

const [registered, reported, followedUp] = chainOf(CASE, 3) as [LinkedEvent, LinkedEvent, LinkedEvent];
const events = [
  { ...registered, type: 'registered', at: beijing('2026-11-26 10:00') },
  { ...reported, type: 'reported', at: beijing('2026-11-26 23:59') },
  { ...followedUp, type: 'followed-up', at: beijing('2026-11-27 00:01'), receipt: MORE },
];
const headOf = ({ caseId, seq, hash }: LinkedEvent) => ({ caseId, seq, hash });

async function enteredOn(day: string, entries: DayEntries): Promise<Entry[]> {
  const found = await Array.fromAsync(entries.of(day));
  return found.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}

const makers: [string, (table: string) => Promise<DayEntries>][] = [
  ['memory', async () => memoryDayEntries()],
  [
    'DynamoDB',
    async (table) => {
      await createCaseTable(service.tables, table);
      return dynamoDayEntries(service.tables, table);
    },
  ],
];

describe.each(makers)('the entries of a day in %s', (_, make) => {
  let entries: DayEntries;
  beforeAll(async () => {
    entries = await make('entered');
  });
  const enter = async (some: readonly (typeof events)[number][]) => {
    for (const event of some) await enterEvent(event, entries);
  };
  const expectAll = async () => {
    expect(await enteredOn('2026-11-26', entries)).toEqual([headOf(reported), { receipt: CASE }]);
    expect(await enteredOn('2026-11-27', entries)).toEqual([headOf(followedUp), { receipt: MORE }]);
    expect(await enteredOn('2026-11-28', entries)).toEqual([]);
  };

  it('are each receipt that came in and the last head of each case that changed, by the day in Beijing', async () => {
    await enter(events);
    await expectAll();
  });

  it('are the same however often, and in whatever order, the stream brings its events', async () => {
    await enter(events.toReversed());
    await enter(events.slice(0, 1));
    await expectAll();
  });

  it('of an event without a hash are its receipt: the next one vouches for it', async () => {
    const { hash, ...bare } = { ...events[0]!, at: beijing('2026-11-30 10:00') };
    await enterEvent(bare, entries);
    expect(await enteredOn('2026-11-30', entries)).toEqual([{ receipt: CASE }]);
  });
});
