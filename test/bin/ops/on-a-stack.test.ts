import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../../adapters/dynamodb/cases/case-store.ts';
import { dynamoVault } from '../../../adapters/dynamodb/vault/vault.ts';
import { orderIn } from '../../../bin/ops/commands.ts';
import type { OpsStack } from '../../../bin/ops/connect.ts';
import { readProvinceConfig } from '../../../bin/province-config.ts';
import { AS_WRITTEN } from '../../../domain/ids-of-today.ts';
import { commandCase } from '../../../usecases/cases/command-case.ts';
import { registration } from '../../support/cases.ts';
import {
  createAccessTable,
  createCaseTable,
  createCorrespondenceTable,
  createNoticeTable,
  createVaultTable,
  dynamoDbForTests,
} from '../../support/dynamodb-local.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

const { service } = dynamoDbForTests();
const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'huiyin-ops-'));
const config = readProvinceConfig('demo');
const RECEIPT = 'QH-0000-0000-4000';

const stores = {
  ...{ VAULT_TABLE_NAME: 'vault', CASE_TABLE_NAME: 'cases', CORRESPONDENCE_TABLE_NAME: 'correspondence' },
  ...{ NOTICE_TABLE_NAME: 'notices', ROSTER_TABLE_NAME: 'roster', SENDERS_TABLE_NAME: 'senders' },
  ...{ ACCESS_TABLE_NAME: 'access', EVIDENCE_BUCKET_NAME: 'evidence', LEDGER_BUCKET_NAME: 'ledgers' },
};

/** The same names for another stack. */
const elsewhere = Object.fromEntries(
  Object.entries(stores).map(([name, store]) => [name, `other-${store}`]),
) as typeof stores;

/** Carries out a command line on tables of their own, and an empty bucket, at that moment. */
const ops = (now: string, ...args: string[]) => opsOn(stores, now, ...args);

async function opsOn(on: typeof stores, now: string, ...args: string[]) {
  const order = orderIn([...args, '--province', 'demo']);
  if ('fault' in order || !('run' in order.command)) throw new Error(`cannot be carried out: ${args.join(' ')}`);
  const s3 = new S3Client({ region: 'ap-southeast-1', credentials: { accessKeyId: 'A', secretAccessKey: 'S' } });
  s3.send = async () => ({});
  const stack = { config, stores: on, isLocal: true, now: beijing(now), tables: service.tables, s3 };
  return await order.command.run(order.asked, stack as unknown as OpsStack);
}

const lead = 'heyang-ecology';

async function createTables(on: typeof stores): Promise<void> {
  await createCaseTable(service.tables, on.CASE_TABLE_NAME);
  await createVaultTable(service.tables, on.VAULT_TABLE_NAME);
  await createAccessTable(service.tables, on.ACCESS_TABLE_NAME);
  await createCorrespondenceTable(service.tables, on.CORRESPONDENCE_TABLE_NAME);
  for (const name of [on.NOTICE_TABLE_NAME, on.ROSTER_TABLE_NAME, on.SENDERS_TABLE_NAME])
    await createNoticeTable(service.tables, name);
}

beforeAll(async () => {
  await createTables(stores);
  await createTables(elsewhere);
  const received = beijing('2026-06-01 10:00');
  const given = registration(received, { receipt: RECEIPT });
  const store = dynamoCaseStore(service.tables, 'cases', AS_WRITTEN);
  const whole = { ...given, route: { ...given.route, lead, assisting: [] } };
  const organs = new Map(config.organs.map((organ) => [organ.id, organ]));
  const { catchAllOrgan } = config.settings;
  const at = (when: string, actor?: ReturnType<typeof staffOf>) => ({
    ...contextAt(beijing(when), actor),
    ...{ organs, catchAllOrgan },
  });
  await commandCase(RECEIPT, { type: 'register', registration: whole }, at('2026-06-01 10:00'), store);
  const decline = { type: 'decline', reason: 'not-competent', explanation: '具体情况见告知书。' } as const;
  await commandCase(RECEIPT, decline, at('2026-06-03 10:00', { ...staffOf('county'), organ: lead }), store);
  const complaint = { receipt: RECEIPT, channel: 'web', receivedAt: received, flags: [], attachments: [] };
  const original = { mediaType: 'application/json', base64: 'e30=' };
  await service.tables.send(new PutCommand({ TableName: 'vault', Item: { ...complaint, original } }));
});

describe('on a stack, npm run ops', () => {
  it('rehearse tells of no difference where a file is as it is, and of each where somebody else is in the roster', async () => {
    const same = await ops('2026-07-01 10:00', 'rehearse', '--change', join(root, 'config/organs/demo.json'));
    expect(same).toMatchObject({ lines: ['1件事项重演，没有任何不同'], failed: false });
    const file = JSON.parse(readFileSync(join(root, 'config/organs/demo.json'), 'utf8'));
    const organs = file.organs.map((one: { id: string; contacts: object[] }) => ({
      ...one,
      contacts: one.contacts.map((contact) => ({ ...contact, email: 'somebody@else.example' })),
    }));
    writeFileSync(join(folder, 'organs.json'), JSON.stringify({ ...file, organs }));
    const other = await ops('2026-07-01 10:00', 'rehearse', '--change', join(folder, 'organs.json'));
    expect(other.failed).toBe(true);
    expect(other.lines.join('\n')).toContain(` ${lead} `);
    expect(JSON.stringify(other)).not.toContain('@');
  });

  it('reconcile says how far it has looked into a day, and nothing good of one that has not come', async () => {
    const { lines } = await ops('2026-07-02 00:30', 'reconcile', '2026-07-01');
    expect(lines).toContain('2026年7月1日（周三）23:30以后的还没有核对');
    expect((await ops('2026-07-02 01:00', 'reconcile', '2026-07-01')).lines.join()).not.toContain('还没有核对');
    expect(await ops('2026-07-01 10:00', 'reconcile', '2026-07-02')).toEqual({
      lines: ['2026-07-02还没有到'],
      failed: true,
    });
  });

  it('restore drill tells first, then makes the tables, and says that records hold', async () => {
    const told = await ops('2026-07-01 10:00', 'restore', 'drill');
    expect(told.lines[0]).toBe('cases：恢复为 cases-20260701020000');
    const made = await ops('2026-07-01 10:00', 'restore', 'drill', '--apply', '--reason', '演练');
    expect(made.failed).toBe(false);
    expect(made.lines).toContain('1个事项的记录链已校验');
    expect(made.lines.join('\n')).toContain('vault：vault-20260701020000，1项（现用表1项，完全相同）');
  });

  it('restore drop takes away the tables of one drill, and nothing that is at work', async () => {
    const [at, drill] = ['2026-07-01 11:00', '20260701020000'];
    await ops(at, 'restore', 'drill', '--apply', '--reason', '演练');
    const left = await ops(at, 'restore', 'drop');
    expect(left.json).toMatchObject({ [drill]: expect.arrayContaining([`vault-${drill}`, `cases-${drill}`]) });
    const done = await ops(at, 'restore', 'drop', drill, '--apply', '--reason', '演练结束');
    expect(done.lines.at(-1)).toBe('以上各表已连同备份删除');
    expect(Object.keys((await ops(at, 'restore', 'drop')).json as object)).toEqual(['20260701030000']);
    expect(await ops(at, 'restore', 'drop', drill)).toMatchObject({ failed: true });
    expect(await dynamoVault(service.tables, stores.VAULT_TABLE_NAME).isKnown(RECEIPT)).toBe(true);
  });

  it('export writes everything, and import brings it elsewhere as it was, with every record whole; what was changed on the way is refused', async () => {
    const [at, out] = ['2026-07-02 10:00', join(folder, 'moved')];
    expect((await ops(at, 'export', out, '--reason', '迁移')).failed).not.toBe(true);
    const bringIn = (from: string) => opsOn(elsewhere, at, 'import', from, '--apply', '--reason', '迁移');
    const { lines, failed } = await bringIn(out);
    expect(failed).toBe(false);
    expect(lines.filter((line) => line.endsWith('与导出时相同'))).toHaveLength(7);
    expect(lines).toContain('1个事项的记录链已校验');
    expect(await dynamoVault(service.tables, elsewhere.VAULT_TABLE_NAME).isKnown(RECEIPT)).toBe(true);
    appendFileSync(join(out, 'tables', 'cases.jsonl'), '{}\n');
    expect(await bringIn(out)).toMatchObject({ failed: true, lines: ['tables/cases.jsonl 与清单不符', '没有导入'] });
  });

  it('retention counts what is due, and erases it with proof once it is told to', async () => {
    expect((await ops('2026-07-01 10:00', 'retention', 'report')).json).toEqual({
      due: 0,
      orphan: 0,
      kept: 1,
      open: 0,
      none: 0,
    });
    expect((await ops('2090-07-01 10:00', 'retention', 'report')).json).toMatchObject({ due: 1 });
    const dry = await ops('2090-07-01 10:00', 'retention', 'erase');
    expect(dry.lines.slice(0, 2)).toEqual([RECEIPT, '1件保管期满']);
    const proof = join(folder, 'erased.jsonl');
    const apply = ['--apply', '--reason', '保管期满', '--proof', proof];
    expect(await ops('2090-07-01 10:00', 'retention', 'erase', ...apply)).toMatchObject({ failed: false });
    const line = { receipt: RECEIPT, caseId: RECEIPT, files: 0, head: expect.stringMatching(/^[0-9a-f]{64}$/) };
    const proofs = readFileSync(proof, 'utf8').trim().split('\n');
    expect(proofs.map((one) => JSON.parse(one))).toMatchObject([
      { ...line, stage: 'erasing' },
      { ...line, stage: 'erased' },
    ]);
    expect(await dynamoVault(service.tables, 'vault').isKnown(RECEIPT)).toBe(false);
  });
});
