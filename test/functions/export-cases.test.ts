import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../adapters/tables/read-table.ts';
import { csvOf } from '../../functions/shared/http/csv.ts';
import { consoleOf } from '../support/messages.ts';
import { CLAIMS, EXPORT, office } from '../support/office.ts';

const WHO = { name: '张三丰', phone: '13912345678', email: 'zhang@example.com' };
const STRICT_CSV = /^\uFEFF(?:(?:(?:[^",\r\n\t]*|"(?:[^"]|"")*")(?:,|\r\n))*)$/;

/** What a reader of tables that knows nothing of its writer finds in the file. */
async function tableIn(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const read = await readTable(bytes);
  if (read.kind !== 'table') throw new Error(read.reason);
  return read.rows.map(({ cells }) => cells);
}

async function exported(query: Record<string, string> = {}, claims: Record<string, unknown> = CLAIMS) {
  const here = await office({ contact: WHO, text: '夜里很吵，睡不着。' });
  await here.world.order('2026-06-01 12:00', 'county', here.receipt, { type: 'accept' });
  return { ...here, answer: await here.call(EXPORT, { query, claims }) };
}

describe('an exported list', () => {
  it.each(['csv', 'xlsx'])(
    'as %s has a row a case: who answers for it, by when, and what comes when',
    async (format) => {
      const { receipt, answer } = await exported({ format });
      expect(answer.status).toBe(200);
      const [head, row, last] = await tableIn(answer.bytes);
      const cell = (name: string) => row![head!.indexOf(name)];
      expect(cell('登记编号')).toBe(receipt);
      expect([cell('主办单位'), cell('责任人'), cell('办理状态')]).toEqual(['county局', '还没有分办', '已受理']);
      expect(cell('收到时间')).toBe('2026-06-01 10:00');
      expect(cell('最近期限')).toMatch(/^2026-0\d-\d\d 24:00$/);
      expect(cell('时间节点')).toContain('办结并答复信访人 ');
      expect(last![0]).toBe('截至2026年6月2日（周二）10:00，共1件');
    },
  );

  it('as CSV begins with its byte order mark, ends lines as RFC 4180 says, and is a file to save', async () => {
    const { answer } = await exported();
    expect(answer.text).toMatch(STRICT_CSV);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="cases-2026-06-02-1000.csv"',
      'cache-control': 'no-store',
    });
  });

  it('as XLSX holds texts alone, under a head that stays in sight', async () => {
    const { answer } = await exported({ format: 'xlsx' });
    const sheet = strFromU8(unzipSync(answer.bytes)['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toMatch(/<f>|<f /);
    expect([...sheet.matchAll(/<c [^>]*>/g)].filter(([cell]) => !/\/>$|t="(?:s|inlineStr|str)"/.test(cell))).toEqual(
      [],
    );
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/);
  });

  it('takes the filters of the list, and refuses what the list refuses', async () => {
    const { call } = await exported();
    const ask = async (query: Record<string, string>) => await call(EXPORT, { query });
    expect((await ask({ status: 'closed' })).text).toContain('共0件');
    expect((await ask({ statsu: 'closed' })).status).toBe(400);
    expect((await ask({ cursor: 'x' })).status).toBe(400);
    expect((await ask({ format: 'pdf' })).json.errors[0].pointer).toBe('/format');
    expect((await ask({ organ: 'neighbour' })).status).toBe(403);
    expect((await ask({ organ: 'nowhere' })).json.errors[0].pointer).toBe('/organ');
  });

  it('tells nobody who complained, nor what they wrote, and says in the log only that it was made', async () => {
    const { call } = await exported();
    let text = '';
    const log = await consoleOf(async () => {
      for (const format of ['csv', 'xlsx']) {
        const { bytes } = await call(EXPORT, { query: { format } });
        text += (await tableIn(bytes)).flat().join();
      }
    });
    for (const secret of [...Object.values(WHO), '睡不着']) expect(text + log).not.toContain(secret);
    expect(JSON.parse(log.split('\n')[0]!)).toMatchObject({ event: 'list-exported', view: 'organ/all csv', cases: 1 });
  });
});

describe('a cell', () => {
  const cells = (row: readonly string[], isNumber = () => false) => csvOf([row], isNumber).slice(1).trimEnd();

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＠x'])(
    'that begins like a formula is none: %j',
    (text) => {
      expect(cells([text]).replaceAll('"', '')).toBe(`'${text}`);
    },
  );

  it('that is a number by name stays as it is written: a tab before it says so', () => {
    expect(cells(['20260601000123456789', '3-4', 'QH-7KX4'], () => true)).toBe(
      '"\t20260601000123456789","\t3-4",QH-7KX4',
    );
  });

  it('with commas, quotes or lines within is one cell', () => {
    expect(cells(['甲,乙', '"丙"', '丁\n戊'])).toBe('"甲,乙","""丙""","丁\n戊"');
  });
});
