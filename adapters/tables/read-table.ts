import { startsWith } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { TableReading } from './table-reading.ts';
import { withoutTextMark } from './text-mark.ts';

/**
 * The cells of a file as texts, whatever it is called: the first sheet of a workbook (.xlsx), else separated values.
 * What programs write around a text for a spreadsheet's sake is no part of it.
 */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  const table = readAsIs(bytes);
  if (table.kind === 'unreadable') return table;
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(withoutTextMark) })) };
}

function readAsIs(bytes: Uint8Array): TableReading {
  if (startsWith(bytes, ZIP)) return readXlsx(bytes);
  if (startsWith(bytes, OLE))
    return { kind: 'unreadable', reason: '旧版Excel文件（.xls）或加密的文件，请另存为不加密的.xlsx或CSV' };
  if (MARKUP.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))) return { kind: 'unreadable', reason: PAGE };
  return readCsv(bytes);
}

/** What many systems call .xls. */
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:[!?]|html|table|meta|head)/i;
const PAGE = '是网页或XML格式的.xls，请用Excel或WPS打开后另存为.xlsx或CSV';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
