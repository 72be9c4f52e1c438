import { describe, expect, it } from 'vitest';
import { readTable } from '../../adapters/tables/read-table.ts';
import { createHandler as acceptList } from '../../functions/accept-partner-batch/handler.ts';
import { createHandler as acceptOrder } from '../../functions/accept-partner-complaint/handler.ts';
import { send } from '../support/intake.ts';
import { formatNamed, hotline, partnerIntake } from '../support/partners.ts';
import { signedHeaders } from '../support/signing.ts';
import { number, xlsxOf } from '../support/xlsx.ts';

const path = { partner: 'hotline' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const world = (format = 'order-12345') => ({
  ...partnerIntake(hotline({ may: ['submit', 'urge', 'inspection'], format: formatNamed(format) })),
  readTable,
});
const hand = (deps: ReturnType<typeof world>, body: string) =>
  send(acceptOrder(deps), { body, headers: signedHeaders(body), path });
const handList = (deps: ReturnType<typeof world>, body: string | Uint8Array, type = 'application/json') =>
  send(acceptList(deps), { body, headers: { 'content-type': type, ...signedHeaders(body) }, path });

/** As a program writes them that thinks a number is a number; JSON.stringify could not. */
const order = (orderNo: string, more = '') => `{"orderNo":${orderNo},"content":"印刷厂夜里排放刺鼻气味。"${more}}`;

describe('a long number of an order', () => {
  it.each([
    ['17 digits', '32345678901234567', '32345678901234568'],
    ['18 digits', '323456789012345671', '323456789012345672'],
    ['19 digits', '3234567890123456781', '3234567890123456782'],
    ['20 digits', '32345678901234567811', '32345678901234567812'],
    ['a sign', '-3234567890123456781', '-3234567890123456782'],
  ])('of %s in JSON keeps all its digits: two orders are two complaints', async (_, one, other) => {
    const deps = world();
    const answers = [await hand(deps, order(one)), await hand(deps, order(other)), await hand(deps, order(one))];
    const [first, second, again] = answers.map(({ json }) => json.receipt);
    expect([first === second, first === again]).toEqual([false, true]);
    expect(deps.vault.all().map(({ sourceId }) => sourceId)).toEqual([`hotline:${one}`, `hotline:${other}`]);
  });

  it('is the same one as a text, as a number, alone and in a list', async () => {
    const deps = world();
    await hand(deps, order('"3234567890123456781"'));
    const { json } = await handList(deps, `[${order('3234567890123456781')},${order('3234567890123456782')}]`);
    expect(json.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['unchanged', 'accepted']);
  });

  it('of a follow-up keeps them as well: two calls to hurry are two', async () => {
    const deps = world();
    await hand(deps, order('1'));
    const urge = (operateNo: string) => hand(deps, order('1', `,"operateType":3,"operateNo":${operateNo}`));
    const [one, other] = [await urge('3234567890123456781'), await urge('3234567890123456782')];
    expect(one.json.receipt).not.toBe(other.json.receipt);
  });

  it.each(['4711', '"4711"'])('of our own format may be a number as well as a text: %s', async (externalId) => {
    const deps = world('standard');
    const inspection = '{"batch":3,"item":12}';
    const own = `{"type":"complaint.submitted","timestamp":"t","data":{"externalId":${externalId},"text":"臭","inspection":${inspection}}}`;
    expect((await hand(deps, own)).status).toBe(202);
    expect(deps.vault.all()).toMatchObject([{ sourceId: 'hotline:4711', inspection: { batch: '3', item: '12' } }]);
  });

  it('that is short stays what it was', async () => {
    const deps = world();
    await hand(deps, order('320102'));
    expect(deps.vault.all()).toMatchObject([{ sourceId: 'hotline:320102' }]);
  });

  it.each([
    ['a text of JSON', () => `[${order('"3.2010212345678E+17"')}]`, 'application/json'],
    ['a number of JSON', () => `[${order('3.2E+17')}]`, 'application/json'],
    ['separated values', () => '工单编号,诉求内容\n3.20102E+17,刺鼻气味\n', 'text/csv'],
    ['a cell with blanks', () => '工单编号,诉求内容\n 3.2E+17 ,刺鼻气味\n', 'text/csv'],
    [
      'a text of a workbook',
      () =>
        xlsxOf([
          ['工单编号', '诉求内容'],
          ['3.20102E+17', '刺鼻气味'],
        ]),
      XLSX,
    ],
    [
      'a number of a workbook',
      () =>
        xlsxOf([
          ['工单编号', '诉求内容'],
          [number('3.2010212345678E+17'), '臭'],
        ]),
      XLSX,
    ],
    [
      'the same as other programs write it',
      () =>
        xlsxOf([
          ['工单编号', '诉求内容'],
          [number('320102123456780030'), '臭'],
        ]),
      XLSX,
    ],
  ])('that was rounded is refused in %s, with what to do', async (_, list, type) => {
    const deps = world();
    const { json } = await handList(deps, list(), type);
    expect(json).toMatchObject({ accepted: 0, refused: 1 });
    expect(json.rows[0].errors).toEqual([
      { pointer: expect.stringMatching(/orderNo|工单编号/), detail: expect.stringContaining('文本格式') },
    ]);
    expect(deps.vault.all()).toEqual([]);
  });

  it('in a cell of a workbook is taken as long as the cell can hold it', async () => {
    const deps = world();
    const list = xlsxOf([
      ['工单编号', '诉求内容'],
      [number('320102123456789'), '臭'],
      ['320102123456789012', '味'],
    ]);
    await handList(deps, list, XLSX);
    expect(deps.vault.all().map(({ sourceId }) => sourceId)).toEqual([
      'hotline:320102123456789',
      'hotline:320102123456789012',
    ]);
  });
});
