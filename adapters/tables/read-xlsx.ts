import { dateFormatsIn, type StoredCell, textOfCell } from './cell-text.ts';
import { rowsIn, sharedTextsIn } from './sheet-rows.ts';
import type { TableReading } from './table-reading.ts';
import { openWorkbook, UnreadableWorkbook } from './workbook.ts';
import { BrokenXml } from './xml-events.ts';

/**
 * The first sheet of a workbook that shows, every cell as text: see `textOfCell`. Formulas are never calculated: the
 * value counts that the file was saved with; macros are not looked at. A file that cannot be read is told by the part
 * that is at fault.
 */
export function readXlsx(bytes: Uint8Array): TableReading {
  try {
    const { sheet, strings, styles, since1904 } = within('目录', () => openWorkbook(bytes));
    const texts = within('共享文字（sharedStrings.xml）', () => sharedTextsIn(strings ?? ''));
    const dates = within('样式（styles.xml）', () => dateFormatsIn(styles));
    const textOf = (cell: StoredCell) =>
      cell.type === 's' ? sharedText(texts, cell.stored) : textOfCell(cell, dates, since1904);
    return { kind: 'table', rows: within('工作表', () => rowsIn(sheet, textOf)) };
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return { kind: 'unreadable', reason: `不是有效的.xlsx文件：${error.message}` };
  }
}

function sharedText(texts: readonly string[], stored: string): string {
  const text = texts[Number(stored)];
  if (text === undefined) throw new UnreadableWorkbook('有单元格的文字缺失');
  return text;
}

function within<Value>(part: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof BrokenXml) throw new UnreadableWorkbook(`${part}不完整或无法识别`);
    throw error;
  }
}
