import { describe, expect, it } from 'vitest';
import { createHandler as acceptOrder } from '../../functions/accept-partner-complaint/handler.ts';
import type { VaultItem } from '../../usecases/intake/accept-complaint.ts';
import { send } from '../support/intake.ts';
import { listWorld, sendList, TWO_ROWS } from '../support/partner-lists.ts';
import { formatNamed, hotline } from '../support/partners.ts';
import { signedHeaders } from '../support/signing.ts';
import { date, number, xlsxOf } from '../support/xlsx.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const inspectors = hotline({
  name: 'inspectors',
  may: ['submit', 'supplement', 'inspection'],
  format: formatNamed('inspection-batch'),
});

describe('POST /v1/channels/partners/{partner}/batches', () => {
  it('takes each row of a list as an order, and says what became of it', async () => {
    const deps = listWorld();
    const { status, json } = await sendList(deps, TWO_ROWS);
    const taken = { receipt: expect.any(String), queryCode: expect.any(String), outcome: 'accepted', errors: [] };
    expect(status).toBe(200);
    expect(json).toEqual({
      accepted: 2,
      unchanged: 0,
      refused: 0,
      rows: [
        { row: 2, externalId: 'RX-1', ...taken },
        { row: 3, externalId: 'RX-2', ...taken },
      ],
    });
    expect(deps.vault.all()).toMatchObject([
      { text: '餐馆油烟', contact: { phone: '13900000001' } },
      { text: '工地夜间施工,\n噪声大', contact: { phone: '13900000002' } },
    ]);
  });

  it('keeps each row as it came', async () => {
    const deps = listWorld();
    await sendList(deps, TWO_ROWS);
    const { base64 } = deps.vault.all()[0]!.original as { base64: string };
    expect(JSON.parse(Buffer.from(base64, 'base64').toString())).toEqual({
      工单编号: 'RX-1',
      诉求内容: '餐馆油烟',
      联系电话: '13900000001',
    });
  });

  it('changes nothing when the list comes again whose words an earlier release read otherwise', async () => {
    const deps = listWorld();
    const { putIfAbsent } = deps.vault;
    const read = { text: '<p>餐馆&nbsp;油烟</p>', fingerprint: 'as it was read then' };
    const earlier = { ...deps.vault, putIfAbsent: (item: VaultItem) => putIfAbsent({ ...item, ...read }) };
    await sendList({ ...deps, vault: earlier }, TWO_ROWS);
    expect((await sendList(deps, TWO_ROWS)).json).toMatchObject({ unchanged: 2, refused: 0 });
    expect((await sendList(deps, TWO_ROWS.replace('油烟', '噪声'))).json).toMatchObject({ unchanged: 1, refused: 1 });
  });

  it('changes nothing when the list comes again, in whatever form, and answers with the same receipts', async () => {
    const deps = listWorld();
    const first = await sendList(deps, TWO_ROWS);
    const rows = [
      ['工单编号', '联系电话', '诉求内容'],
      ['RX-1', number('13900000001'), '餐馆油烟'],
      ['RX-2', '13900000002', '工地夜间施工,\n噪声大'],
    ];
    const again = await sendList(deps, xlsxOf(rows), { type: XLSX });
    expect(again.json).toMatchObject({ accepted: 0, unchanged: 2, refused: 0 });
    const receipts = ({ json }: typeof first) => json.rows.map(({ receipt }: { receipt: string }) => receipt);
    expect(receipts(again)).toEqual(receipts(first));
    expect(deps.vault.all()).toHaveLength(2);
  });

  it('rows of one number came in one after the other, others all at once', async () => {
    const deps = listWorld();
    const rows = [
      ...[
        { orderNo: 'A', content: '餐馆油烟' },
        { orderNo: 'B', content: '异味' },
      ],
      ...['1', '2'].map((flowNo) => ({
        orderNo: 'A',
        operateNo: flowNo,
        operateType: '补充',
        content: `补充${flowNo}`,
      })),
    ];
    await sendList(deps, JSON.stringify(rows), { type: 'application/json' });
    const [first] = deps.vault.all();
    const after = deps.vault
      .all()
      .map(({ text, receivedAt }) => `${text} +${Date.parse(receivedAt) - Date.parse(first!.receivedAt)}`);
    expect(after.toSorted()).toEqual(['异味 +0', '补充1 +1', '补充2 +2', '餐馆油烟 +0']);
  });

  it('knows an order again that had come by itself', async () => {
    const deps = listWorld();
    const body = JSON.stringify({ orderNo: 'RX-1', content: '餐馆油烟', callerPhone: '13900000001' });
    const alone = await send(acceptOrder(deps), { body, headers: signedHeaders(body), path: { partner: 'hotline' } });
    const { json } = await sendList(deps, TWO_ROWS);
    expect(json.rows).toMatchObject([{ outcome: 'unchanged', receipt: alone.json.receipt }, { outcome: 'accepted' }]);
  });

  it.each(['="RX-1"', 'RX-1', '\u200bRX-1'])(
    'knows the number of an order however a list writes it: %s',
    async (number) => {
      const deps = listWorld();
      const { json: first } = await sendList(deps, TWO_ROWS);
      const { json } = await sendList(deps, `\u200b工单编号,诉求内容,联系电话\n${number},餐馆油烟,13900000001\n`);
      expect(json.rows).toMatchObject([{ outcome: 'unchanged', externalId: 'RX-1', receipt: first.rows[0].receipt }]);
    },
  );

  it('lets no broken row block another', async () => {
    const deps = listWorld();
    const { status, json } = await sendList(
      deps,
      [
        '工单编号,诉求内容,联系电话,操作类型',
        'RX-1,油烟,不告诉你,',
        ',没有编号,,',
        'RX-3,异味,,',
        'RX-4,多,出,一,列',
        'RX-5,噪声,,作废',
        'RX-6,,,催单',
        'RX-3,另一件事,,',
        ',,,',
        'RX-9,粉尘,,',
      ].join('\n'),
    );
    expect(status).toBe(200);
    expect(json).toMatchObject({ accepted: 3, unchanged: 0, refused: 5 });
    const problem = (name: string) => `urn:huiyin:problem:${name}`;
    expect(json.rows).toMatchObject([
      { row: 2, outcome: 'accepted', notes: [{ pointer: '/联系电话', detail: expect.stringContaining('电话号码') }] },
      { row: 3, type: problem('invalid-request'), errors: [{ pointer: '/工单编号', detail: '此项必填' }] },
      { row: 4, externalId: 'RX-3', outcome: 'accepted' },
      { row: 5, type: problem('invalid-request'), errors: [{ pointer: '', detail: expect.stringContaining('列数') }] },
      { row: 6, type: problem('unknown-type') },
      { row: 7, type: problem('unknown-external-id') },
      { row: 8, type: problem('external-id-reused'), externalId: 'RX-3', detail: expect.stringContaining('补充') },
      { row: 10, outcome: 'accepted' },
    ]);
    expect(deps.vault.all().map(({ text }) => text)).toEqual(expect.arrayContaining(['异味', '粉尘']));
  });

  it('lets no row block another that is too large to be kept whole', async () => {
    const long = 'x'.repeat(300_000);
    const { json } = await sendList(
      listWorld(),
      JSON.stringify([
        { orderNo: '1', content: '油烟', photo: long },
        { orderNo: '2', content: '异味' },
      ]),
    );
    expect(json.rows).toMatchObject([{ type: 'urn:huiyin:problem:body-too-large' }, { outcome: 'accepted' }]);
  });

  it('takes what is added to a matter after the matter, in one list', async () => {
    const deps = listWorld();
    const lines = ['工单编号,操作类型,诉求内容', ...Array.from({ length: 30 }, (_, row) => `RX-${row},派单,油烟`)];
    const list = [...lines, 'RX-0,催单,', 'RX-29,补充,又排放了', 'RX-29,退单,没有解决'].join('\n');
    const { json } = await sendList(deps, list);
    expect(json).toMatchObject({ accepted: 33, refused: 0 });
    expect(json.rows.at(-1)).toMatchObject({ row: 34, follows: json.rows[29].receipt });
  });

  it('takes an inspection list under its title, with days in whatever way, and no text without a matter', async () => {
    const deps = listWorld(inspectors);
    const file = xlsxOf([
      ['附件1'],
      ['第三批群众信访举报件交办清单'],
      ['序号', '批次', '受理\n编号*', '交办问题基本情况（必填）', '行政区域', '污染类型', '交办日期'],
      ['1', '第三批', 'D3-001', '河道发黑。', '临禾区', '水', date(46275)],
      ['2', '第三批', 'D3-002', '', '临禾区', '大气', '2026年9月10日'],
      ['合计', '2件'],
    ]);
    const { json } = await sendList(deps, file, { type: XLSX, partner: 'inspectors' });
    expect(json.rows).toMatchObject([
      { row: 4, externalId: 'D3-001', outcome: 'accepted' },
      { row: 5, outcome: 'refused', errors: [{ pointer: '/交办问题基本情况', detail: '此项必填' }] },
      { row: 6, outcome: 'refused' },
    ]);
    expect(deps.vault.all()).toMatchObject([
      { text: '河道发黑。\n污染类型：水', address: '临禾区', inspection: { batch: '第三批', item: 'D3-001' } },
    ]);
  });

  it.each([
    ['an array', (orders: object[]) => orders],
    ['an object', (orders: object[]) => ({ orders })],
  ])('takes JSON as %s, each order in our format or the partner’s', async (_, shape) => {
    const deps = listWorld();
    const ours = {
      type: 'complaint.submitted',
      timestamp: '2026-11-20T21:03:00+08:00',
      data: { externalId: 'A', text: '油烟' },
    };
    const body = JSON.stringify(shape([ours, { orderNo: 'B', content: '异味' }, 7 as never, null as never]));
    const { json } = await sendList(deps, body, { type: 'application/json' });
    expect(json.rows).toMatchObject([
      { row: 1, externalId: 'A', outcome: 'accepted' },
      { row: 2, externalId: 'B', outcome: 'accepted' },
      { row: 3, outcome: 'refused' },
      { row: 4, outcome: 'refused' },
    ]);
  });

  it('takes a list in GB18030 as octets', async () => {
    const deps = listWorld();
    const file = Buffer.from('b9a4b5a5b1e0bac52ccbdfc7f3c4dac8dd0a52582d312cd3cdd1cc0a', 'hex');
    expect((await sendList(deps, file, { type: 'application/octet-stream' })).json).toMatchObject({ accepted: 1 });
    expect(deps.vault.all()).toMatchObject([{ sourceId: 'hotline:RX-1', text: '油烟' }]);
  });

  it('gives a list that is empty but for its headings an empty report', async () => {
    expect((await sendList(listWorld(), '工单编号,诉求内容\n')).json).toEqual({
      accepted: 0,
      unchanged: 0,
      refused: 0,
      rows: [],
    });
  });

  it('answers with an error of ours, not with refused rows, when the vault fails, so that the list is sent again', async () => {
    const deps = listWorld();
    let writes = 0;
    const putIfAbsent: typeof deps.vault.putIfAbsent = async (item) => {
      writes += 1;
      if (writes === 2) throw new Error('throttled');
      return deps.vault.putIfAbsent(item);
    };
    expect((await sendList({ ...deps, vault: { ...deps.vault, putIfAbsent } }, TWO_ROWS)).status).toBe(500);
    expect((await sendList(deps, TWO_ROWS)).json).toMatchObject({ accepted: 1, unchanged: 1 });
  });
});
