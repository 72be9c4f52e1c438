import { readSheet } from 'read-excel-file/universal';
import type { TableReading } from './read-table.ts';
import { workbookFault } from './workbook-fault.ts';

/**
 * The first sheet of a workbook, every cell as text: numbers as they are stored, times as "2026-09-10 08:30:00". Formulas are never calculated:
 * the value counts that the file was saved with; macros are not looked at. A file that was made to exhaust its reader is refused unread.
 */
export async function readXlsx(bytes: Uint8Array): Promise<TableReading> {
  const fault = workbookFault(bytes);
  if (fault) return { kind: 'unreadable', reason: fault };
  try {
    const sheet = await readSheet(Uint8Array.from(bytes).buffer, { parseNumber: plainNumber });
    return { kind: 'table', rows: sheet.map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) })) };
  } catch {
    // The library has several errors for a broken file, of its own and of the parts that it is made of.
    return { kind: 'unreadable', reason: '不是有效的.xlsx文件' };
  }
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
