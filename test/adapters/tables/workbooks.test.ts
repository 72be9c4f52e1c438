import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../adapters/tables/read-table.ts';
import { byExcel, byLibreOffice, byOpenXmlSdk, byPoi, byWps, READ_AS } from '../../support/office-workbooks.ts';
import { sheetXml, workbookOf, xlsxOf } from '../../support/xlsx.ts';

const FOLDER = join(import.meta.dirname, '../../support/workbooks');
const FOUND = join(import.meta.dirname, '../../../../shared/data/found');
const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

async function rowsOf(file: Uint8Array) {
  const table = await readTable(file);
  if (table.kind === 'unreadable') throw new Error(table.reason);
  return table.rows;
}
const reasonOf = async (file: Uint8Array) => {
  const table = await readTable(file);
  return table.kind === 'unreadable' ? table.reason : undefined;
};

describe('a workbook', () => {
  it.each([
    ['Excel', byExcel()],
    ['WPS', byWps()],
    ['LibreOffice', byLibreOffice()],
    ['Apache POI', byPoi()],
    ['the Open XML SDK', byOpenXmlSdk()],
  ])('as %s writes it is read', async (_, file) => {
    expect((await rowsOf(file)).map(({ cells }) => cells)).toEqual(READ_AS);
  });

  it.each(filesIn(FOLDER))('as a library writes it is read: %s', async (name) => {
    const rows = await rowsOf(readFileSync(join(FOLDER, name)));
    const [headings, first, second] = rows.map(({ cells }) => cells);
    expect(rows).toHaveLength(3);
    expect(headings?.slice(0, 5)).toEqual(READ_AS[0]);
    expect(first?.slice(1)).toEqual(READ_AS[1]?.slice(1));
    expect(second?.slice(1, 4)).toEqual(READ_AS[2]?.slice(1));
  });

  it('may have a row that only begins where another ended, and cells without addresses among those with them', async () => {
    const sheet = sheetXml([]).replace(
      '<sheetData>',
      '<sheetData><row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
    );
    expect(await rowsOf(workbookOf(sheet))).toEqual([
      { row: 5, cells: ['', '', '1', '2'] },
      { row: 6, cells: ['3'] },
    ]);
  });

  it.each([
    ['as a day of the Chinese calendar', '<xf numFmtId="31"/>', '46275', '2026-09-10'],
    ['in minutes', '<xf numFmtId="45"/>', '0.354166666', '08:30:00'],
    ['as a number with a red one below zero', '<xf numFmtId="40"/>', '46275', '46275'],
  ])('shows a number %s', async (_, format, value, shown) => {
    const styles = new TextEncoder().encode(`<styleSheet><cellXfs>${format}</cellXfs></styleSheet>`);
    const sheet = sheetXml([]).replace(
      '<sheetData>',
      `<sheetData><row r="1"><c r="A1" s="0"><v>${value}</v></c></row>`,
    );
    expect((await rowsOf(workbookOf(sheet, { 'xl/styles.xml': styles })))[0]?.cells).toEqual([shown]);
  });

  it.each([
    ['what went wrong says nothing', '<c t="e"><v>#REF!</v></c>', ''],
    ['a truth value', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['a time as text', '<c t="d"><v>2026-11-20T21:03:00</v></c>', '2026-11-20T21:03:00'],
    ['signs that XML cannot hold', '<c t="str"><v>a_x000D_b</v></c>', 'a\rb'],
    ['a number of twenty digits', '<c><v>12345678901234567890</v></c>', '1.2345678901234567e+19'],
  ])('has %s', async (_, cell, text) => {
    const sheet = sheetXml([]).replace('<sheetData>', `<sheetData><row r="1"><c><v>7</v></c>${cell}</row>`);
    expect((await rowsOf(workbookOf(sheet)))[0]?.cells).toEqual(text === '' ? ['7'] : ['7', text]);
  });

  it.each([
    ['the archive', xlsxOf([['编号']]).subarray(0, 300), '压缩包'],
    ['the workbook', workbookOf('', { 'xl/workbook.xml': new Uint8Array() }), '工作表'],
    ['the directory', workbookOf('', { 'xl/workbook.xml': Buffer.from('<workbook><sheets') }), '目录'],
    ['the sheet', workbookOf('<worksheet><sheetData><row>'), '工作表不完整'],
    ['a sheet with a declaration', workbookOf('<!DOCTYPE a><worksheet/>'), '工作表不完整'],
    ['the formats', workbookOf(sheetXml([]), { 'xl/styles.xml': Buffer.from('<styleSheet><a') }), '样式'],
    ['the size', workbookOf(sheetXml([]) + ' '.repeat(17 * 1024 * 1024)), '行数过多'],
  ])('of which %s is at fault is refused by its name', async (_, file, part) => {
    expect(await reasonOf(file)).toMatch(new RegExp(`^不是有效的.xlsx文件：.*${part}`));
  });

  it('of more rows than any list may have is read as far as shows that', async () => {
    const rows = await rowsOf(xlsxOf(Array.from({ length: 3_000 }, (_, row) => [String(row)])));
    expect(rows.length).toBe(2_000);
  });
});

describe.skipIf(!readable(FOUND))('a workbook that was refused once', () => {
  it.each(readable(FOUND) ? filesIn(FOUND) : [])('is read: %s', async (name) => {
    expect((await rowsOf(readFileSync(join(FOUND, name)))).length).toBeGreaterThan(1);
  });
});

function readable(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
