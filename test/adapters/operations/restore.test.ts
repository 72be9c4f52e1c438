import { DescribeTableCommand, UpdateTableCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { dynamoCaseHeads } from '../../../adapters/dynamodb/cases/case-heads.ts';
import { dynamoCaseStore, dynamoStoredEvents } from '../../../adapters/dynamodb/cases/case-store.ts';
import { dynamoMovedTable } from '../../../adapters/dynamodb/restore/moved-table.ts';
import { copiedTables } from '../../../adapters/dynamodb/restore/restored-tables.ts';
import { AS_WRITTEN } from '../../../domain/ids-of-today.ts';
import { commandCase } from '../../../usecases/cases/command-case.ts';
import { stateOf } from '../../../usecases/operations/move-state.ts';
import { restoreTables, settingOf } from '../../../usecases/operations/restore-drill.ts';
import { verifyChains } from '../../../usecases/operations/verify-chains.ts';
import { registration } from '../../support/cases.ts';
import { createCaseTable, createVaultTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

const { service } = dynamoDbForTests();
const received = beijing('2026-06-01 10:00');
const RECEIPT = 'QH-0000-0000-3000';

const chainsIn = (table: string) =>
  verifyChains({
    heads: dynamoCaseHeads(service.tables, table),
    events: dynamoStoredEvents(service.tables, table),
    sha256,
  });

const drill = () =>
  restoreTables(
    [
      { name: 'cases', from: 'cases', to: 'cases-restored' },
      { name: 'vault', from: 'vault', to: 'vault-restored' },
    ],
    { ...copiedTables(service.tables), stateOf: (table) => stateOf(dynamoMovedTable(service.tables, table), sha256) },
  );

describe('a restore drill on the embedded tables', () => {
  let restored: Awaited<ReturnType<typeof drill>>;
  beforeAll(async () => {
    await createCaseTable(service.tables, 'cases');
    await createVaultTable(service.tables, 'vault');
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } as const;
    await service.tables.send(new UpdateTableCommand({ TableName: 'cases', StreamSpecification }));
    const TimeToLiveSpecification = { Enabled: true, AttributeName: 'expiresAt' };
    await service.tables.send(new UpdateTimeToLiveCommand({ TableName: 'vault', TimeToLiveSpecification }));
    const given = registration(received, { receipt: RECEIPT });
    const store = dynamoCaseStore(service.tables, 'cases', AS_WRITTEN);
    await commandCase(RECEIPT, { type: 'register', registration: given }, contextAt(received), store);
    restored = await drill();
  });

  it('brings every item, the keys, indexes, streams and expiry of each table', () => {
    expect(restored.map(({ differs, held, holds }) => [differs, held.hash === holds.hash])).toEqual([
      [[], true],
      [[], true],
    ]);
  });

  it('prints the setting that puts the new tables to work, with the streams that exist', async () => {
    const { Table } = await service.tables.send(new DescribeTableCommand({ TableName: 'cases-restored' }));
    expect(settingOf(restored)).toEqual({
      tables: { cases: { name: 'cases-restored', stream: Table!.LatestStreamArn }, vault: { name: 'vault-restored' } },
    });
  });

  it('leaves records that hold, and to which work is added', async () => {
    expect(await chainsIn('cases-restored')).toEqual({ cases: 1, broken: [] });
    const at = beijing('2026-06-02 10:00');
    const store = dynamoCaseStore(service.tables, 'cases-restored', AS_WRITTEN);
    const done = await commandCase(RECEIPT, { type: 'accept' }, contextAt(at, staffOf('county')), store);
    expect([done.kind, await chainsIn('cases-restored')]).toEqual(['done', { cases: 1, broken: [] }]);
  });

  it('says in which part a new table is not as the other', async () => {
    const without = { ...copiedTables(service.tables), equip: async () => undefined };
    const wanted = [{ name: 'cases', from: 'cases', to: 'cases-bare' }];
    const state = async () => ({ items: 0, hash: '' });
    const [bare] = await restoreTables(wanted, { ...without, stateOf: state });
    expect(bare!.differs).toEqual(['stream']);
  });
});
