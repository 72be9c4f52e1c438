import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTable } from '../../../adapters/tables/read-table.ts';
import { createHandler as acceptBatch } from '../../../functions/accept-partner-batch/handler.ts';
import { createHandler as acceptPartner } from '../../../functions/accept-partner-complaint/handler.ts';
import { formatNamed, hotline, partnerIntake } from '../../support/partners.ts';
import { signedHeaders } from '../../support/signing.ts';
import { sheetXml, workbookOf, xlsxOf } from '../../support/xlsx.ts';
import { way } from '../fuzz.ts';
import { mutated, mutatedJson, oddText, PRIVATE } from '../mutations.ts';
import { answerTo } from '../promises.ts';

const submitted = { type: 'complaint.submitted', timestamp: '2026-11-20T21:03:00+08:00' };
const contact = { name: '孙测试', phone: PRIVATE };
const ORDERS = [
  { ...submitted, data: { externalId: 'E-1', text: '餐馆油烟直排。', contact, division: '990102' } },
  {
    ...submitted,
    data: {
      externalId: 'D3QH1',
      text: '工地扬尘。',
      inspection: { batch: '3', item: 'D3QH001' },
      location: { latitude: 31, longitude: 121 },
    },
  },
  { ...submitted, type: 'complaint.supplemented', data: { externalId: 'E-1', text: '又有了。', followUpId: '2' } },
  { ...submitted, type: 'complaint.urged', data: { externalId: 'E-1' } },
  {
    orderNo: 'RX-1',
    content: '餐馆油烟',
    callerPhone: PRIVATE,
    areaCode: '临禾区',
    operateTime: '2026-11-20 21:03:00',
  },
  {
    工单编号: 'RX-2',
    操作类型: '补充',
    诉求内容: '又有了',
    联系电话: PRIVATE,
    caller: { name: '孙测试' },
    latitude: '31.2',
    经度: '121',
  },
];

const partners = () => partnerIntake(hotline({ may: ['submit', 'supplement', 'urge', 'send-back', 'inspection'] }));

const signed = way('partner, rightly signed', mutatedJson(ORDERS), async (body) => {
  const deps = partners();
  const headers = { 'content-type': 'application/json', ...signedHeaders(body) };
  const { status, json } = await answerTo(acceptPartner(deps), { body, headers, path: { partner: 'hotline' } });
  const kept = deps.vault.all().map(({ receipt }) => receipt);
  assert.deepEqual(kept, status === 202 ? [json.receipt] : []);
});

const header = fc.oneof(oddText, fc.constantFrom(...Object.values(signedHeaders('signed for another body'))));
const forged = fc.tuple(
  mutatedJson(ORDERS),
  fc.record(
    { 'webhook-id': header, 'webhook-timestamp': header, 'webhook-signature': header, 'content-type': oddText },
    { requiredKeys: [] },
  ),
  fc.oneof(fc.constant('hotline'), oddText),
);

const unsigned = way('partner, wrongly signed', forged, async ([body, headers, partner]) => {
  const deps = partners();
  const request = { body, headers: headers as Record<string, string>, path: { partner } };
  const { status } = await answerTo(acceptPartner(deps), request);
  assert.ok([401, 413, 415].includes(status!), `answered ${status}`);
  assert.deepEqual(deps.vault.all(), []);
});

const ROWS = [
  ['工单编号', '诉求内容', '联系电话', '操作类型'],
  ['RX-1', '餐馆油烟', PRIVATE, '派单'],
  ['RX-2', '工地夜间施工,\n噪声大', PRIVATE, ''],
  ['RX-1', '又有了', '', '补充'],
];
const CSV = ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
const GBK_CSV = Buffer.from('b9a4b5a5b1e0bac52ccbdfc7f3c4dac8dd0d0a52582d312cb2cdb9ddd3cdd1cc0d0a', 'hex');
const lists = fc.oneof(
  mutatedJson([ORDERS, { orders: ORDERS }]),
  mutated([Buffer.from(CSV), Buffer.from(`\ufeff${CSV.replaceAll(',', '\t')}`), GBK_CSV, Buffer.from(CSV, 'utf16le')]),
  mutated([xlsxOf(ROWS)]),
  // Packed anew, so that what was done to it reaches the reader of sheets.
  mutated([Buffer.from(sheetXml(ROWS))]).map((sheet) => Buffer.from(workbookOf(sheet.toString()))),
);

const TYPES = ['application/json', 'text/csv', 'application/octet-stream', 'text/html'];

const batches = way('list of a partner', fc.tuple(lists, fc.constantFrom(...TYPES)), async ([body, type]) => {
  const deps = { ...partners(), readTable };
  const headers = { 'content-type': type, ...signedHeaders(body) };
  const { status, json } = await answerTo(acceptBatch(deps), { body, headers, path: { partner: 'hotline' } });
  const rows: readonly { receipt?: string; errors: unknown }[] = status === 200 ? json.rows : [];
  const told = new Set(rows.flatMap(({ receipt }) => receipt ?? []));
  assert.deepEqual(new Set(deps.vault.all().map(({ receipt }) => receipt)), told);
  assert.ok(!JSON.stringify(rows.map(({ errors }) => errors)).includes(PRIVATE), 'an error repeats what was sent');
});

const formats = fc.constantFrom('standard', 'order-12345', 'superior-handover', 'inspection-batch');

const again = way('the same list again', fc.tuple(lists, formats), async ([body, format]) => {
  const deps = {
    ...partnerIntake(hotline({ may: ['submit', 'supplement', 'inspection'], format: formatNamed(format) })),
    readTable,
  };
  const headers = { 'content-type': 'application/octet-stream', ...signedHeaders(body) };
  const send = () => answerTo(acceptBatch(deps), { body, headers, path: { partner: 'hotline' } });
  const first = await send();
  const kept = deps.vault.all().length;
  const second = await send();
  assert.equal(deps.vault.all().length, kept);
  if (first.status !== 200) return;
  assert.equal(second.json.accepted, 0);
  const receipts = ({ json }: typeof first) => json.rows.map(({ receipt }: { receipt?: string }) => receipt);
  assert.deepEqual(receipts(second), receipts(first));
});

export const PARTNERS = [signed, unsigned, batches, again];
