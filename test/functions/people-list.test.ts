import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { memoryPeople } from '../../adapters/memory/people.ts';
import { readTable } from '../../adapters/tables/read-table.ts';
import { writeXlsx } from '../../adapters/tables/write-xlsx.ts';
import { createHandler } from '../../functions/keep-people/handler.ts';
import { requestEvent } from '../support/intake.ts';
import { beijing } from '../support/rules.ts';
import { rules } from '../support/world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = ['机构编号', '机构名称', '角色', '姓名', '邮箱', '电话'];
const COUNTY = [
  ['county', '', '经办人', '新人', 'new@county.example', ''],
  ['county', '', '值班室', '', '', '139 0000 0998'],
];
const DEPUTY = ['county', '', '分管负责人', '副局长', '', '13900000996'];
const rowsOf = (rows: readonly (readonly string[])[]): string =>
  [HEADINGS, ...rows].map((cells) => cells.join(',')).join('\r\n');

const as = (organ: string, role: string) => ({ sub: `${organ}-${role}`, name: '赵测试', organ, role });
const CITY = as('city', 'petition');

/** The way to send a list for the city and all below it. */
function office() {
  const people = memoryPeople();
  const handler = createHandler({ people, context: rules(), readTable });
  const send = async (list: string | Buffer, { claims = CITY, id = 'city', type = 'text/csv', query = {} } = {}) => {
    const event = requestEvent({
      ...{ path: { id }, headers: { 'content-type': type }, at: beijing('2026-06-01 10:00') },
      body: Buffer.from(list).toString('base64'),
    } as never);
    const requestContext = { ...event.requestContext, authorizer: { jwt: { claims } } };
    const sent = { ...event, isBase64Encoded: true, queryStringParameters: query, requestContext };
    const answer = await handler({ ...sent, routeKey: 'POST /v1/organs/{id}/people' } as never, {} as Context);
    return { status: answer.statusCode, json: JSON.parse(answer.body ?? '{}') };
  };
  return { people, send };
}

describe('a list of the people of an organ and all below it', () => {
  it('tells first what it would change, by role and without a name, and changes nothing', async () => {
    const { people, send } = office();
    const { status, json } = await send(rowsOf(COUNTY));
    expect(status).toBe(200);
    expect(json.organs).toEqual([
      {
        ...{ organ: 'county', people: 2, isTaken: false, notes: 0 },
        ...{ added: ['handler', 'duty'], removed: ['handler', 'leader', 'duty'], changed: [] },
      },
    ]);
    expect(JSON.stringify(json)).not.toContain('新人');
    expect(await people.version()).toBe(0);
  });

  it('names no more people than an organ may have, and the preview of a long list says so', async () => {
    const { send, people } = office();
    const crowd = Array.from({ length: 60 }, (_, n) => [
      'county',
      '',
      '经办人',
      `经办${n}`,
      `h${n}@county.example`,
      '',
    ]);
    const { preview, organs } = (await send(rowsOf([...COUNTY, ...crowd]))).json;
    expect(organs).toMatchObject([{ people: 62, fault: '一个单位最多50名联系人' }]);
    const { status } = await send(rowsOf([...COUNTY, ...crowd]), { query: { preview, reason: '换届' } });
    expect([status, await people.version()]).toEqual([422, 0]);
  });

  it('is taken as it was previewed, with the reason on record, and sent again changes nothing more', async () => {
    const { people, send } = office();
    const { preview } = (await send(rowsOf(COUNTY))).json;
    const query = { preview, reason: '换届' };
    expect((await send(rowsOf(COUNTY), { query })).json.organs).toMatchObject([{ organ: 'county', isTaken: true }]);
    expect((await people.read('county'))?.contacts.map(({ name }) => name)).toEqual(['新人', '值班室']);
    expect(await people.changes('county')).toMatchObject([{ reason: '换届', by: { sub: 'city-petition' } }]);
    expect(await send(rowsOf(COUNTY), { query })).toMatchObject({ status: 200, json: { organs: [] } });
    expect(await people.version()).toBe(1);
  });

  it('may be a workbook', async () => {
    const book = await writeXlsx([HEADINGS, ...COUNTY], [10, 10, 10, 10, 20, 20]);
    const { json } = await office().send(Buffer.from(book), { type: XLSX });
    expect(json.organs).toMatchObject([{ organ: 'county', people: 2 }]);
  });

  it('is not taken on the preview of another list, nor of another roster', async () => {
    const { people, send } = office();
    const [first, second] = [rowsOf(COUNTY), rowsOf([...COUNTY, DEPUTY])];
    const [one, other] = [(await send(first)).json.preview, (await send(second)).json.preview];
    const stale = { status: 409, json: { type: 'urn:huiyin:problem:stale-people' } };
    expect(await send(second, { query: { preview: one, reason: '换届' } })).toMatchObject(stale);
    await send(second, { query: { preview: other, reason: '先到' } });
    expect(await send(first, { query: { preview: one, reason: '换届' } })).toMatchObject(stale);
    expect(await people.version()).toBe(1);
  });

  it('tells all its faults in one round, by line, and nothing of what stood there', async () => {
    const rows = [
      ['province', '', '经办人', '省厅', 'a@b.example', ''],
      ['county', '', '看门人', '老李', '', '13900000001'],
      ['county', '', '经办人', '', 'not an address', '12'],
      ['county', '', '经办人', '小王', '', ''],
    ];
    const { status, json } = await office().send(rowsOf(rows));
    expect(status).toBe(422);
    expect(json.errors.map(({ detail }: { detail: string }) => detail.split('：')[0])).toEqual([
      ...['第2行', '第3行', '第4行', '第4行', '第4行', '第5行'],
    ]);
    for (const word of ['省厅', '老李', '小王', 'not an']) expect(JSON.stringify(json)).not.toContain(word);
  });

  it('leaves nobody to be reminded nowhere: the preview says so, and it is not taken', async () => {
    const { people, send } = office();
    const onlyDuty = rowsOf(COUNTY.slice(1));
    const { json } = await send(onlyDuty);
    expect(json.organs[0].fault).toContain('至少要有一名经办人');
    const query = { preview: json.preview, reason: '换届' };
    expect(await send(onlyDuty, { query })).toMatchObject({ status: 422 });
    expect(await people.version()).toBe(0);
  });

  it.each([
    ['its head', as('county', 'head'), 'county', 200],
    ['ops, of the whole province', as('province', 'ops'), 'province', 200],
    ['its handler', as('county', 'handler'), 'county', 403],
    ['a neighbour', as('neighbour', 'head'), 'county', 403],
    ['its head, of the city above', as('county', 'head'), 'city', 403],
  ])('is taken from %s: %s', async (_, claims, id, status) => {
    expect((await office().send(rowsOf(COUNTY), { claims, id })).status).toBe(status);
  });

  it.each([
    ['without its headings', 'not a list', {}, 422],
    ['in a workbook of long ago', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), {}, 400],
    ['on a preview, without a reason', rowsOf(COUNTY), { preview: 'x' }, 400],
  ])('is refused %s', async (_, list, query, status) => {
    expect((await office().send(list, { query })).status).toBe(status);
  });
});
