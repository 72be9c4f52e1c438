import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../adapters/tables/read-table.ts';

const utf8 = (text: string) => Buffer.from(text);
/** 编号,内容 / 1,油烟 / 2,噪声 / 3,异味 in GB18030. */
const GB18030 = 'b1e0bac52cc4dac8dd0a312cd3cdd1cc0a322cd4ebc9f90a332cd2ecceb60a';

async function rowsOf(file: Uint8Array) {
  const table = await readTable(file);
  if (table.kind === 'unreadable') throw new Error(table.reason);
  return table.rows;
}
const cellsOf = async (file: Uint8Array) => (await rowsOf(file)).map(({ cells, fault }) => (fault ? 'fault' : cells));
const reasonOf = async (file: Uint8Array) => {
  const table = await readTable(file);
  return table.kind === 'unreadable' ? table.reason : undefined;
};

describe('a broken character', () => {
  it.each([
    ['cut in half at the end of a cell', '2,某厂\xe5\xbc', '2,某厂\ufffd'],
    ['cut in half before a comma', '2,某\xe5厂,东', '2,某\ufffd厂,东'],
    ['that is a stray byte of another charset', '2,caf\xe9', '2,caf\ufffd'],
    ['that goes on where none began', '2,\x80某厂', '2,\ufffd某厂'],
    ['that would be half an emoji', '2,\xf0\x9f\x98某厂', '2,\ufffd某厂'],
  ])('%s spoils its own cell only, whatever the headings are', async (_, written, read) => {
    // Bytes above 7f stand for themselves, Chinese for its UTF-8.
    const broken = Buffer.concat(
      [...written].map((sign) => (sign <= '\xff' ? Buffer.from(sign, 'latin1') : utf8(sign))),
    );
    for (const headings of ['no,text,place', '编号,内容,地址']) {
      const file = Buffer.concat([utf8(`${headings}\n1,甲乙丙丁\n`), broken, utf8('\n3,戊己庚辛\n')]);
      expect(await cellsOf(file)).toEqual([headings.split(','), ['1', '甲乙丙丁'], read.split(','), ['3', '戊己庚辛']]);
    }
  });

  it('in a list of GB18030 spoils its own cell only', async () => {
    const file = Buffer.from(GB18030.replace('d4ebc9f9', 'd4ebc9'), 'hex');
    expect(await cellsOf(file)).toEqual([
      ['编号', '内容'],
      ['1', '油烟'],
      ['2', '噪\ufffd'],
      ['3', '异味'],
    ]);
  });
});

describe('a mark of the charset', () => {
  const gb = Buffer.from(GB18030, 'hex');
  it.each([
    ['of UTF-8 before GB18030', Buffer.concat([Buffer.from('efbbbf', 'hex'), gb])],
    ['of UTF-16 before UTF-8', Buffer.concat([Buffer.from('fffe', 'hex'), utf8('编号,内容\n1,油烟\n')])],
    ['of UTF-16 before GB18030', Buffer.concat([Buffer.from('fffe', 'hex'), gb])],
    [
      'of UTF-16, the other way round, before UTF-8',
      Buffer.concat([Buffer.from('feff', 'hex'), utf8('编号,内容\n1,油烟\n')]),
    ],
    ['of UTF-16 before an odd number of bytes', Buffer.concat([Buffer.from('fffe', 'hex'), utf8('no,text\n1,a\n2')])],
  ])('that lies is told: %s', async (_, file) => {
    expect(await reasonOf(file)).toMatch(/标记.*UTF-(8|16)/);
  });

  it.each([
    ['UTF-8', utf8('\ufeff编号,内容\n1,油烟\n')],
    ['UTF-16', Buffer.from('\ufeff编号,内容\n1,油烟\n', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeff编号,内容\n1,油烟\n', 'utf16le').swap16()],
  ])('that is true is believed: %s', async (_, file) => {
    expect(await cellsOf(file)).toEqual([
      ['编号', '内容'],
      ['1', '油烟'],
    ]);
  });
});

describe('a quote', () => {
  it.each([
    ['that opens and never closes', '1,甲,东\n2,"乙,西\n3,丙,南\n'],
    ['that opens, with a pair of them in a later row', '1,甲,东\n2,"乙,西\n3,门口写着"勿入",南\n'],
    ['that opens, with a quoted cell in a later row', '1,甲,东\n2,"乙,西\n3,"丙",南\n'],
    ['that opens, with a doubled one in a later row', '1,甲,东\n2,"乙,西\n3,"说""丙""话",南\n'],
    ['that closes before its cell does', '1,甲,东\n2,"乙"丙,西\n3,丁,南\n'],
  ])('%s is a fault of that row, and the others are read', async (_, lines) => {
    const rows = await rowsOf(utf8(`编号,内容,地址\n${lines}`));
    expect(rows.map(({ row, fault }) => [row, fault?.includes('引号') ?? false])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, false],
    ]);
    expect(rows[3]?.cells[0]).toBe('3');
  });

  it.each([
    ['within a cell', '1,写着"勿入",东', ['1', '写着"勿入"', '东']],
    ['doubled in quotes', '1,"写着""勿入""",东', ['1', '写着"勿入"', '东']],
    ['around a comma', '1,"甲,乙",东', ['1', '甲,乙', '东']],
    ['around a line end', '1,"甲\r\n乙",东', ['1', '甲\r\n乙', '东']],
    ['around nothing', '1,"",东', ['1', '', '东']],
    ['for inches', '1,管径12",东', ['1', '管径12"', '东']],
    ['of Chinese', '1,“勿入”,东', ['1', '“勿入”', '东']],
  ])('%s stands for what it is', async (_, line, cells) => {
    expect(await cellsOf(utf8(`编号,内容,地址\n${line}\n`))).toEqual([['编号', '内容', '地址'], cells]);
  });

  it('that is stray in a cell of several lines makes orders of none of its pieces', async () => {
    const list = '编号,内容,地址,电话\n1,"他说 "快来"，\n乙,丙\n丁 "戊",东,\n2,己,南,\n';
    const rows = await rowsOf(utf8(list));
    expect(rows.filter(({ fault }) => !fault).map(({ cells }) => cells[0])).toEqual(['编号', '2']);
  });
});

it.each(['<html><table><tr><td>工单编号</td></tr></table></html>', '\ufeff<?xml version="1.0"?><Workbook/>'])(
  'a page that a system calls .xls is told how to be saved: %s',
  async (page) => {
    expect(await reasonOf(utf8(page))).toContain('另存为.xlsx');
  },
);

describe('what keeps a spreadsheet from reckoning a text', () => {
  it.each([
    ['a formula of a text', '="2026112000010001"', '2026112000010001'],
    ['the same in quotes', '"=@@2026112000010001@@"'.replaceAll('@@', '""'), '2026112000010001'],
    ['an apostrophe before a number', "'0055", '0055'],
    ['an apostrophe before a formula', "'=急", '=急'],
  ])('is no part of it: %s', async (_, cell, text) => {
    expect(await cellsOf(utf8(`编号,内容\n${cell},油烟\n`))).toContainEqual([text, '油烟']);
  });

  it.each(["'24小时'排污", "'某厂'", '=A2&"号"', '写着="勿入"'])(
    'is told from what somebody wrote: %s',
    async (cell) => {
      expect(await cellsOf(utf8(`编号,内容\n1,"${cell.replaceAll('"', '""')}"\n`))).toContainEqual(['1', cell]);
    },
  );
});

it('whatever is written by the rule is read as it was, and every line is a row or a fault', async () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '"', ',', '\n', ' ', 'a'), maxLength: 8 });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 }).filter((cells) => cells.some((one) => one !== ''));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const quoted = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
      expect(await cellsOf(utf8(`a,b\n${quoted}\n`))).toEqual([['a', 'b'], ...rows]);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 9 }), async (pieces) => {
      const text = pieces.join('\n');
      const rows = await rowsOf(utf8(`a,b\n${text}`));
      const read = rows.flatMap(({ cells, fault }) => (fault ? ['甲'.repeat(99)] : cells)).join('');
      expect(read.split('甲').length).toBeGreaterThanOrEqual(text.split('甲').length);
    }),
  );
});
