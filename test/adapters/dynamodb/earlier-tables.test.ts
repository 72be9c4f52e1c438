import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { DeliveryItem, deliveryItemOf } from '../../../adapters/dynamodb/notices/delivery-item.ts';
import { dynamoKeptNotices } from '../../../adapters/dynamodb/notices/kept-notices.ts';
import { dynamoPeople } from '../../../adapters/dynamodb/people.ts';
import { faultInLedgers, ledgerOf } from '../../../domain/audit/ledger.ts';
import { ledgerIn, ledgerText } from '../../../domain/audit/ledger-text.ts';
import { createNoticeTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import earlier from './earlier/tables-2026-12.json' with { type: 'json' };

/** Tables with the keys of the notice table: that before holds what the earlier release wrote, that after nothing. */
const TABLES = ['notices-before', 'notices-after', 'roster-before', 'roster-after'] as const;
/** As long as records are kept in the province that wrote them. */
const YEARS = 10;
const { service } = dynamoDbForTests();

const byKey = (one: Record<string, unknown>, other: Record<string, unknown>) =>
  `${one.pk} ${one.sk}`.localeCompare(`${other.pk} ${other.sk}`);

async function itemsOf(TableName: (typeof TABLES)[number]) {
  const { Items = [] } = await service.tables.send(new ScanCommand({ TableName }));
  return Items.toSorted(byKey);
}

beforeAll(async () => {
  for (const table of TABLES) await createNoticeTable(service.tables, table);
  const put = (TableName: string) => (Item: object) => service.tables.send(new PutCommand({ TableName, Item }));
  await Promise.all([...earlier.notices.map(put('notices-before')), ...earlier.roster.map(put('roster-before'))]);
});

describe('what the release of December 2026 wrote is read, and written again so that it can read it', () => {
  it.each(earlier.deliveries)('what became of $sk', (item) => {
    const { notice, delivery } = DeliveryItem.parse(item);
    // Where a release looks for what waits is its own affair: that is no part of what became of it.
    const { duePk, dueAt, ...kept } = { duePk: '', dueAt: '', ...item };
    expect(deliveryItemOf(notice, delivery)).toMatchObject(kept);
  });

  it('what people were told, word for word', async () => {
    const [before, after] = (['notices-before', 'notices-after'] as const).map((table) =>
      dynamoKeptNotices(service.tables, table, YEARS),
    );
    for (const told of await before!.ofCase('QH-0000-0000-0011')) await after!.keep(told);
    expect(await itemsOf('notices-after')).toEqual(earlier.notices.toSorted(byKey));
  });

  it('who is there, who changed that, and why', async () => {
    const [before, after] = (['roster-before', 'roster-after'] as const).map((table) =>
      dynamoPeople(service.tables, table),
    );
    expect(await before!.version()).toBe(1);
    const [change] = await before!.changes('dongchuan-ecology');
    expect((await before!.all()).get('dongchuan-ecology')).toEqual(change!.after);
    expect(await after!.change(change!)).toBe(true);
    expect(await itemsOf('roster-after')).toEqual(earlier.roster.toSorted(byKey));
  });

  it('a change of people that was made already is not made a second time', async () => {
    const people = dynamoPeople(service.tables, 'roster-before');
    const before = await itemsOf('roster-before');
    const [change] = await people.changes('dongchuan-ecology');
    expect(await people.change(change!)).toBe(false);
    expect(await itemsOf('roster-before')).toEqual(before);
  });
});

describe('the ledgers that the release of December 2026 sealed', () => {
  const texts = ['2026-12-01', '2026-12-02'].map((day) =>
    readFileSync(join(import.meta.dirname, 'earlier', `ledger-${day}.jsonl`), 'utf8'),
  );
  const ledgers = texts.map((text) => ledgerIn(text)!);

  it('hold, and are the same bytes where they are written again', () => {
    expect(faultInLedgers(ledgers, sha256)).toBeUndefined();
    expect(ledgers.map(ledgerText)).toEqual(texts);
  });

  it('are the beginning of the chain that goes on today', () => {
    const today = ledgerOf('2026-12-03', [], ledgers, sha256);
    expect(faultInLedgers([...ledgers, today], sha256)).toBeUndefined();
    const anew = ledgers.map(({ seal, entries }, at) => ledgerOf(seal.day, entries, ledgers.slice(0, at), sha256));
    expect(anew).toEqual(ledgers);
  });
});
