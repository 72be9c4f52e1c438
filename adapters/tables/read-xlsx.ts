import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { TableReading } from './read-table.ts';

/** What a list of a thousand long orders unpacks to, several times over. */
const MAX_UNPACKED_BYTES = 32 * 1024 * 1024;

/**
 * The first sheet of a workbook, every cell as text: numbers as they are stored, times as "2026-09-10 08:30:00". Formulas are never calculated:
 * the value counts that the file was saved with; macros are not looked at. A file that would unpack beyond measure is refused before it does.
 */
export async function readXlsx(bytes: Uint8Array): Promise<TableReading> {
  const fault = faultOf(bytes);
  if (fault) return { kind: 'unreadable', reason: fault };
  try {
    const sheet = await readSheet(Uint8Array.from(bytes).buffer, { parseNumber: plainNumber });
    return { kind: 'table', rows: sheet.map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) })) };
  } catch {
    // The library has several errors for a broken file, of its own and of the parts that it is made of.
    return { kind: 'unreadable', reason: '不是有效的.xlsx文件' };
  }
}

/** The sizes that the archive tells bound what unpacking takes; the addresses of cells bound what reading does, as gaps are filled. */
function faultOf(bytes: Uint8Array): string | undefined {
  let unpacked = 0;
  try {
    const sheets = unzipSync(bytes, {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        return unpacked <= MAX_UNPACKED_BYTES && /^xl\/worksheets\/[^/]+\.xml$/.test(name);
      },
    });
    if (unpacked > MAX_UNPACKED_BYTES) return '文件解压后过大';
    return Object.values(sheets).every(isWithinReason) ? undefined : '表格的行号或列号超出范围';
  } catch {
    return '不是有效的.xlsx文件';
  }
}

/** Rows up to 99 999, columns up to ZZ. */
function isWithinReason(sheet: Uint8Array): boolean {
  const addresses = strFromU8(sheet).matchAll(/[\s:]r\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  for (const [, double, single] of addresses) if (!/^[A-Z]{0,2}\d{1,5}$/.test(double ?? single ?? '')) return false;
  return true;
}

/** A telephone number in a cell of numbers, perhaps stored as 1.39E10. */
const plainNumber = (stored: string): string => (/^-?\d+(\.\d+)?$/.test(stored) ? stored : String(Number(stored)));

function textOf(cell: unknown): string {
  if (cell === null) return '';
  if (cell instanceof Date) return writtenTime(cell);
  return String(cell);
}

/** Workbooks keep no zone: what UTC shows is what the sheet shows. A day alone has no time. */
function writtenTime(time: Date): string {
  const seconds = Math.round(time.getTime() / 1000) * 1000;
  const [day, clock] = new Date(seconds).toISOString().split('T') as [string, string];
  return clock.startsWith('00:00:00') ? day : `${day} ${clock.slice(0, 8)}`;
}
