import { describe, expect, it } from 'vitest';
import { signedHeaders } from '../support/signing.ts';
import { xlsxOf } from '../support/xlsx.ts';
import { afterAllIsDone, call, demoProvince, untilNextList } from './support/running.ts';
import { close, command, look } from './support/staff.ts';

// Thursday, 10 September 2026, 10:00 in Beijing.
const stack = demoProvince('2026-09-10T02:00:00.000Z');

/** What a partner posts, signed by it. */
function post(
  partner: string,
  body: string | Uint8Array<ArrayBuffer>,
  { list = false, type = 'application/json' } = {},
) {
  const { secret } = stack().credentials.partners[partner]!;
  const headers = { 'content-type': type, ...signedHeaders(body, { secret, at: Date.parse(stack().now()) }) };
  return call(stack(), 'POST', `/v1/channels/partners/${partner}${list ? '/batches' : ''}`, { body, headers });
}

const hotline = (order: object) => post('hotline-12345', JSON.stringify({ orderNo: 'RX20260910-1', ...order }));

const DISPATCHED = {
  operateType: '派单',
  operateTime: '2026-09-10 09:58:00',
  title: '化工厂夜间废气',
  content: '来电人反映禾阳市临禾区青竹苑小区北门的化工厂夜间排放刺鼻废气，没法开窗。',
  categoryCode: '0601',
  areaCode: '990102000000',
  caller: { name: '欧阳测试', phone: '13911112222' },
};

const URGED = { operateType: '催单', operateNo: '2', operateRemark: '来电人再次来电催办' };
const ADDED = { operateType: '补充', operateNo: '3', content: '昨晚十一点又排放了。' };
const SENT_BACK = { operateType: '退单', operateNo: '4', operateRemark: '来电人反映问题未解决' };

describe('an order of the 12345 hotline, in the hotline’s own words', () => {
  it('is submitted, urged, supplemented, closed, sent back and opened again: one case, its desk told each time', async () => {
    const before = await afterAllIsDone(stack());
    const submitted = await hotline(DISPATCHED);
    expect(submitted.status).toBe(202);
    expect((await hotline(DISPATCHED)).json).toEqual(submitted.json);
    const { receipt } = submitted.json;
    await stack().drain();
    await command(stack(), 'county', receipt, { type: 'accept', expectedVersion: 1 });

    for (const message of [URGED, ADDED]) {
      const answer = await hotline(message);
      expect(answer).toMatchObject({ status: 202, json: { follows: receipt } });
      expect((await hotline(message)).json).toEqual(answer.json);
      await stack().drain();
    }
    await close(stack(), 'county', receipt, '经查属实，已责令企业整改。');
    expect((await hotline(SENT_BACK)).status).toBe(202);
    await stack().drain();
    await untilNextList(stack());

    const after = await afterAllIsDone(stack());
    expect((await look(stack(), 'county', `/${receipt}`)).json).toMatchObject({
      version: 7,
      urges: 1,
      reopeningAskedAt: expect.any(String),
      followUps: [
        { as: 'urge' },
        { as: 'supplement', complaint: { text: '昨晚十一点又排放了。' } },
        { as: 'send-back' },
      ],
    });
    const reopen = { type: 'reopen', reason: '夜查发现再次排放', expectedVersion: 7 };
    expect((await command(stack(), 'county', receipt, reopen)).json.status).toBe('accepted');
    expect([after.cases - before.cases, after.complaints - before.complaints, after.deadLetters]).toEqual([1, 4, 0]);
    const told = after.outbox.flatMap(({ subject = '', text }) =>
      [...`${subject}\n${text}`.matchAll(/第1次催办|信访人补充材料|请决定是否重新办理/g)].map(([words]) => words),
    );
    expect(new Set(told).size).toBe(3);
    expect(JSON.stringify(after.outbox.filter(({ to }) => to !== '13911112222'))).not.toMatch(/欧阳测试|13911112222/);
  });

  it('is urged in vain when it never came, and supplemented all the same', async () => {
    const never = { orderNo: 'RX20260910-404', operateTime: '2026-09-10 10:00:00' };
    const urged = await hotline({ ...never, operateType: '催单' });
    expect(urged).toMatchObject({ status: 404, json: { type: 'urn:huiyin:problem:unknown-external-id' } });
    const { json } = await hotline({ ...never, operateType: '补充', content: '澜川市石渡区石材厂粉尘又很大。' });
    await stack().drain();
    expect((await look(stack(), 'province', `/${json.receipt}`)).json.id).toBe(json.receipt);
  });

  it('may not be an inspection item, as that starts stricter clocks', async () => {
    const data = { externalId: 'X', text: '油烟', inspection: { batch: '3', item: '7' } };
    const order = { type: 'complaint.submitted', timestamp: '2026-09-10T02:00:00Z', data };
    expect(await post('hotline-12345', JSON.stringify(order))).toMatchObject({ status: 403 });
  });
});

describe('a list of the inspection team', () => {
  const rows = [
    ['第三批群众信访举报件交办清单'],
    ['批次', '受理编号', '交办问题基本情况', '行政区域', '污染类型'],
    ['第三批', 'D3QH-1', '养猪场粪水直排河道，河水发黑发臭。', '禾阳市临禾区', '水'],
    ['第三批', 'D3QH-2', '', '禾阳市临禾区', '大气'],
    ['第三批', 'D3QH-3', '家具厂喷漆异味，夜间尤其严重。', '澜川市石渡区', '大气'],
  ];

  it('as a workbook opens a case under inspection for each good row, once, and says what is wrong with the other', async () => {
    const before = await afterAllIsDone(stack());
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const file = Uint8Array.from(xlsxOf(rows));
    const first = await post('inspection-team', file, { list: true, type });
    expect(first).toMatchObject({ status: 200, json: { accepted: 2, unchanged: 0, refused: 1 } });
    expect(first.json.rows[1]).toMatchObject({
      row: 4,
      errors: [{ pointer: '/交办问题基本情况', detail: '此项必填' }],
    });
    const again = await post('inspection-team', file, { list: true, type });
    expect(again.json).toMatchObject({ accepted: 0, unchanged: 2, refused: 1 });
    const after = await afterAllIsDone(stack());
    expect(after.cases - before.cases).toBe(2);
    const { clocks } = (await look(stack(), 'county', `/${first.json.rows[0].receipt}`)).json;
    expect(clocks).toContainEqual(expect.objectContaining({ name: 'inspection-report' }));
  });

  it('as CSV in GB18030 is read when it comes as octets', async () => {
    // 批次,受理编号,交办问题基本情况 / 第四批,D4QH-1,禾阳市临禾区河水发黑。
    const file = Uint8Array.from(
      Buffer.from(
        'c5fab4ce2ccadcc0edb1e0bac52cbdbbb0eccecacce2bbf9b1bec7e9bff60ab5dacbc4c5fa2c443451482d312cbaccd1f4cad0c1d9baccc7f8bad3cbaeb7a2badaa1a30a',
        'hex',
      ),
    );
    const answer = await post('inspection-team', file, { list: true, type: 'application/octet-stream' });
    expect(answer.json).toMatchObject({ accepted: 1, rows: [{ row: 2, externalId: 'D4QH-1' }] });
  });
});
