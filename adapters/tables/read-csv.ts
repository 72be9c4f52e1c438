import { CsvError, parse } from 'csv-parse/sync';
import type { TableRow } from '../../domain/partners/order-list.ts';
import type { TableReading } from './read-table.ts';

/** A text of 20 000 characters has room; a quote that nobody closed does not swallow the rest of a file unnoticed. */
const MAX_RECORD_CHARACTERS = 100_000;

/** Commas, tabs and line ends: each may cost a cell or a row. */
const MAX_SEPARATORS = 500_000;

/**
 * Values separated by commas or tabs, in UTF-8, UTF-16 with its mark, or GB18030. Quoted cells may hold line breaks; a stray quote within a cell
 * stands for itself. What follows a quote that is never closed cannot be told apart: it is all one row, with a fault.
 */
export function readCsv(bytes: Uint8Array): TableReading {
  const text = decoded(bytes);
  if (text.includes('\u0000')) return { kind: 'unreadable', reason: '不是CSV、XLSX或JSON文件' };
  if (text.replace(/[^,\t\n]/g, '').length > MAX_SEPARATORS) return { kind: 'unreadable', reason: '单元格过多' };
  const rows: TableRow[] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      on_record: (cells: string[]) => void rows.push({ row: rows.length + 1, cells }),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    rows.push({ row: rows.length + 1, cells: [], fault: '此行的引号没有成对，此行及其后的内容都没有读取' });
  }
  return { kind: 'table', rows };
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** As the first line has it that holds more than one cell: a tab, if it has any, for a comma may be part of a text. */
function delimiterOf(text: string): ',' | '\t' {
  const line = text.split('\n', 10).find((one) => /[,\t]/.test(one)) ?? '';
  return line.includes('\t') ? '\t' : ',';
}
