import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../adapters/tables/read-table.ts';
import { date, formula, number, sheetXml, workbookOf, xlsxOf } from '../../support/xlsx.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function cellsOf(file: Uint8Array) {
  const table = await readTable(file);
  if (table.kind === 'unreadable') throw new Error(table.reason);
  return table.rows.map(({ cells }) => cells);
}

const reasonOf = async (file: Uint8Array) => {
  const table = await readTable(file);
  return table.kind === 'unreadable' ? table.reason : undefined;
};

// 编号,内容 / 1,喆喆餐馆 in GB18030.
const GB18030 = Buffer.from('b1e0bac52cc4dac8dd0a312c86b486b4b2cdb9dd0a', 'hex');

describe('separated values', () => {
  it.each([
    ['UTF-8', bytes('编号,内容\n1,喆喆餐馆\n')],
    ['UTF-8 with its mark', bytes('\ufeff编号,内容\n1,喆喆餐馆\n')],
    ['GB18030', GB18030],
    ['UTF-16, as Excel saves "Unicode text"', Buffer.from('\ufeff编号\t内容\r\n1\t喆喆餐馆\r\n', 'utf16le')],
    ['tabs', bytes('编号\t内容\n1\t喆喆餐馆\n')],
    ['lines that end as on Windows', bytes('编号,内容\r\n1,喆喆餐馆\r\n')],
    ['no line end at the end', bytes('编号,内容\n1,喆喆餐馆')],
  ])('in %s are read', async (_, file) => {
    expect(await cellsOf(file)).toEqual([
      ['编号', '内容'],
      ['1', '喆喆餐馆'],
    ]);
  });

  it('keep commas, quotes and line breaks that stand in quotes, and a stray quote', async () => {
    expect(await cellsOf(bytes('a,"一,二\n三 ""臭"" ",c\nd,他说"臭",f\n'))).toEqual([
      ['a', '一,二\n三 "臭" ', 'c'],
      ['d', '他说"臭"', 'f'],
    ]);
  });

  it('keep the commas of a text where tabs part the columns', async () => {
    expect(await cellsOf(bytes('编号\t内容\n1\ta,b,c\n'))).toEqual([
      ['编号', '内容'],
      ['1', 'a,b,c'],
    ]);
  });

  it.each([
    ['commas', ','],
    ['line ends', '\n'],
  ])('are refused when they are nothing but millions of %s', async (_, separator) => {
    expect(await reasonOf(bytes(`编号${separator.repeat(4_000_000)}`))).toBe('单元格过多');
  });

  it('are not what a picture is', async () => {
    expect(await reasonOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1))).toBe('不是CSV、XLSX或JSON文件');
  });
});

describe('a workbook', () => {
  it('is read as texts: numbers as stored, times as shown, formulas by the value they were saved with', async () => {
    const file = xlsxOf([
      ['编号', '电话', '大数', '时间', '公式', ''],
      [
        number('7'),
        number('13900000000'),
        number('1.3900000001E10'),
        date(46275.354166666664),
        formula('A2&"号"', '7号'),
        '文字 <&>',
      ],
    ]);
    expect(await cellsOf(file)).toEqual([
      ['编号', '电话', '大数', '时间', '公式'],
      ['7', '13900000000', '13900000001', '2026-09-10 08:30:00', '7号', '文字 <&>'],
    ]);
  });

  it('shows a day without a time as the day', async () => {
    expect(await cellsOf(xlsxOf([[date(46275)]]))).toEqual([['2026-09-10']]);
  });

  it('keeps the numbers of its rows where some are empty', async () => {
    const table = await readTable(xlsxOf([['编号'], [], ['1']]));
    expect(table).toMatchObject({ rows: [{ row: 1 }, { row: 3, cells: ['1'] }] });
  });

  it('may be larger than half a megabyte unpacked', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [String(index), '臭'.repeat(400)]);
    expect(await cellsOf(xlsxOf(rows))).toHaveLength(1000);
  });

  it.each([
    ['the old format, or with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), '.xlsx'],
    ['cut off', xlsxOf([['编号'], ['1']]).subarray(0, 300), '不是有效的'],
    ['another archive', zipSync({ 'letter.txt': strToU8('hello') }), '不是有效的'],
    ['a sheet that is no XML', workbookOf('<worksheet><sheetData><row'), '不是有效的'],
    [
      'a cell whose text is missing',
      workbookOf(sheetXml([]).replace('<sheetData>', '<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row>')),
      '不是有效的',
    ],
  ])('that is %s is refused, with what to do or why', async (_, file, reason) => {
    expect(await reasonOf(file)).toContain(reason);
  });
});

describe('a workbook made to exhaust us', () => {
  const sheet = (inside: string) => workbookOf(sheetXml([]).replace('<sheetData>', `<sheetData>${inside}`));

  it('by unpacking to gigabytes is refused before it is unpacked', async () => {
    const bomb = workbookOf(' '.repeat(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await reasonOf(bomb)).toContain('内容过大');
  });

  it('by what is in none of the parts of its first sheet is read as if that were not there', async () => {
    const bomb = workbookOf(sheetXml([['编号']]), { 'xl/worksheets/sheet2.xml': new Uint8Array(40 * 1024 * 1024) });
    expect(await cellsOf(bomb)).toEqual([['编号']]);
  });

  it.each([
    ['a row far down', '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>'],
    ['a row far down, without saying so in the row', '<row><c r="A1000000000"><v>1</v></c></row>'],
    ['a column far out', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'],
    ['an address in disguise', '<row r="&#49;000000000"><c><v>1</v></c></row>'],
    ['an address in single quotes', `<row r = '1000000000'><c><v>1</v></c></row>`],
    ['a million tags that never close', '<'.repeat(1_000_000)],
    ['a million comments that never close', '<!--'.repeat(1_000_000)],
    ['a million quotes that never close', '<a b="'.repeat(1_000_000)],
    ['a million rows that never close', '<row>'.repeat(1_000_000)],
    ['a tag with a hundred thousand attributes', `<row ${'a="1" '.repeat(100_000)}/>`],
    ['the same, behind a sign that looks like its end', `<row a=">" ${'a="1" '.repeat(100_000)}/>`],
  ])('by %s is refused at once', async (_, inside) => {
    expect(await reasonOf(sheet(inside))).toBe('不是有效的.xlsx文件：工作表不完整或无法识别');
  });

  it.each([
    ['a number of a row that is none of ours', '<row x:r="1000000000"/>'],
    ['an endless word in each of a thousand tags', `<row ${'a'.repeat(3_900)}/>`.repeat(1_000)],
    ['blanks without end', `<row ${'a '.repeat(1_900)}/>`.repeat(1_000)],
    ['a text of a million signs', `<row><c><f>${'&amp;'.repeat(1_000_000)}</f></c></row>`],
    ['a million rows', '<row/>'.repeat(1_000_000)],
    ['a column far out in each of its rows', '<row><c r="XFD1" s="1"/><c r="XFC1"><v>1</v></c></row>'.repeat(10_000)],
    ['a tag that is a million characters long', `<far b="${'B2 '.repeat(400_000)}"/>`],
  ])('by %s does no harm', async (_, inside) => {
    expect(await cellsOf(sheet(inside))).toEqual([]);
  });

  it('by a size that it lies about takes no more than it said', async () => {
    const honest = workbookOf(sheetXml([['编号', '臭'.repeat(100_000)]]));
    // The size in the archive's directory and in the entry's own header: from a great one to 100 bytes.
    const lying = Uint8Array.from(honest);
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 30; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    expect(await reasonOf(lying)).toContain('不是有效的.xlsx文件');
  });
});
