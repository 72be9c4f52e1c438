import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { readTable } from '../../adapters/tables/read-table.ts';
import { createHandler } from '../../functions/accept-partner-batch/handler.ts';
import { createCorrespondenceTable, createVaultTable, dynamoDbForTests } from '../support/dynamodb-local.ts';
import { send } from '../support/intake.ts';
import { partnerIntake } from '../support/partners.ts';
import { signedHeaders } from '../support/signing.ts';
import { xlsxOf } from '../support/xlsx.ts';

const { service } = dynamoDbForTests();
beforeAll(async () => {
  await createVaultTable(service.tables, 'vault');
  await createCorrespondenceTable(service.tables, 'correspondence');
});

const unlimited = (error: unknown) => {
  throw error;
};

function sendList(body: Uint8Array) {
  const handler = createHandler({
    ...partnerIntake(),
    readTable,
    vault: dynamoVault(service.tables, 'vault'),
    limits: dynamoRateLimits(service.tables, 'correspondence', unlimited),
  });
  const headers = { 'content-type': 'application/octet-stream', ...signedHeaders(body) };
  return send(handler, { body, headers, path: { partner: 'hotline' } });
}

async function itemsKept(): Promise<number> {
  let kept = 0;
  const pages = paginateScan({ client: service.tables }, { TableName: 'vault', Select: 'COUNT', ConsistentRead: true });
  for await (const { Count = 0 } of pages) kept += Count;
  return kept;
}

const listOf = (rows: number, prefix: string) =>
  xlsxOf([
    ['工单编号', '诉求内容', '来电人', '联系电话', '事发地址'],
    ...Array.from({ length: rows }, (_, row) => [
      ...[`${prefix}-${row}`, `第${row}件：夜间排放刺鼻气味。`.repeat(20), '来电人', '13900000000', '人民路'],
    ]),
  ]);

it('a list of 200 orders sent twice, also at the same moment, keeps 200 complaints and changes nothing more', async () => {
  const list = listOf(200, 'RX');
  const [one, two] = await Promise.all([sendList(list), sendList(list)]);
  const sum = (key: string) => one.json[key] + two.json[key];
  expect({ accepted: sum('accepted'), unchanged: sum('unchanged'), refused: sum('refused') }).toEqual({
    accepted: 200,
    unchanged: 200,
    refused: 0,
  });
  expect(await itemsKept()).toBe(200);

  const again = await sendList(list);
  expect(again.json).toMatchObject({ accepted: 0, unchanged: 200, refused: 0 });
  const receipts = ({ json }: typeof one) => json.rows.map(({ receipt }: { receipt: string }) => receipt);
  expect(receipts(again)).toEqual(receipts(one));
  expect(new Set(receipts(again)).size).toBe(200);
  expect(await itemsKept()).toBe(200);
}, 180_000);

it('a list of 1 000 orders, the longest, is taken whole', async () => {
  expect((await sendList(listOf(1000, 'LONG'))).json).toMatchObject({ accepted: 1000 });
}, 180_000);

it('a list whose 300 rows are all about one matter keeps each, the order before whatever follows it', async () => {
  const urges = Array.from({ length: 299 }, (_, n) => ({
    type: 'complaint.urged',
    timestamp: '2026-11-20T13:00:00Z',
    data: { externalId: 'ONE', followUpId: String(n), text: '请尽快办理。' },
  }));
  const order = {
    type: 'complaint.submitted',
    timestamp: '2026-11-20T13:00:00Z',
    data: { externalId: 'ONE', text: '夜间排放刺鼻气味。' },
  };
  const { json } = await sendList(Buffer.from(JSON.stringify([...urges.slice(0, 150), order, ...urges.slice(150)])));
  expect(json).toMatchObject({ accepted: 300, refused: 0 });
}, 180_000);
