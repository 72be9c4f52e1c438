import type { TableRow } from '../../domain/partners/order-list.ts';
import { decodedText } from './decode-text.ts';
import type { TableReading } from './table-reading.ts';

/** Commas, tabs and line ends: each may cost a cell or a row. */
const MAX_SEPARATORS = 500_000;

/**
 * A text of 20 000 characters has room; a stray quote does not swallow the rest of a file for one that happens to close
 * it.
 */
const MOST_CHARACTERS = 100_000;

/**
 * Values separated by commas or tabs (RFC 4180). Quoted cells may hold line breaks; a quote within a cell that does not
 * begin with one stands for itself. A quote that opens a cell and does not close it is a fault of its row: the next
 * line is read as a row again, unless it looks like a piece of that cell.
 */
export function readCsv(bytes: Uint8Array): TableReading {
  const decoded = decodedText(bytes);
  if (decoded.kind === 'unreadable') return decoded;
  const { text } = decoded;
  if (text.includes('\u0000')) return { kind: 'unreadable', reason: '不是CSV、XLSX或JSON文件' };
  if (text.replace(/[^,\t\n]/g, '').length > MAX_SEPARATORS) return { kind: 'unreadable', reason: '单元格过多' };
  return { kind: 'table', rows: rowsIn(text, delimiterOf(text)) };
}

type Delimiter = ',' | '\t';

/** As the first line has it that holds more than one cell: a tab, if it has any, for a comma may be part of a text. */
function delimiterOf(text: string): Delimiter {
  const line = text.split('\n', 10).find((one) => /[,\t]/.test(one)) ?? '';
  return line.includes('\t') ? '\t' : ',';
}

const FAULT = '此行的引号没有成对，没有读取。引号内的引号请写成两个，或去掉多余的引号';

function rowsIn(text: string, delimiter: Delimiter): TableRow[] {
  const rows: TableRow[] = [];
  let width = 0;
  let isDoubtful = false;
  for (let at = 0; at < text.length; ) {
    const record = recordAt(text, at, delimiter);
    // Behind a stray quote stand rows, or the rest of a cell; a row has as many cells as those before it, and its
    // quotes in pairs.
    const isPiece: boolean =
      isDoubtful && record !== undefined && !looksWhole(record, width, text.slice(at, record.end));
    isDoubtful = record === undefined || isPiece;
    if (record && !isPiece) width = record.cells.length;
    rows.push({ row: rows.length + 1, ...(isDoubtful ? { cells: [], fault: FAULT } : { cells: record!.cells }) });
    at = record ? record.end : behindLine(text, at);
  }
  return rows;
}

const looksWhole = ({ cells }: CsvRecord, width: number, written: string): boolean =>
  cells.length === width && written.split('"').length % 2 === 1;

interface CsvRecord {
  readonly cells: readonly string[];
  /** Where the next one begins. */
  readonly end: number;
}

/** The record that begins there; undefined when a quote opens one of its cells and does not close it. */
function recordAt(text: string, from: number, delimiter: Delimiter): CsvRecord | undefined {
  const cells: string[] = [];
  for (let at = from; ; at += 1) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? endOfQuoted(text, at, delimiter) : endOfPlain(text, at, delimiter);
    if (end === undefined) return undefined;
    cells.push(isQuoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    at = end;
    if (text[at] !== delimiter) return { cells, end: behindLine(text, at) };
  }
}

function endOfPlain(text: string, from: number, delimiter: Delimiter): number {
  const ends = delimiter === ',' ? /[,\r\n]|$/g : /[\t\r\n]|$/g;
  ends.lastIndex = from;
  return ends.exec(text)!.index;
}

/** Behind the quote that closes: two of them are one that is meant. */
function endOfQuoted(text: string, from: number, delimiter: Delimiter): number | undefined {
  let at = text.indexOf('"', from + 1);
  while (text[at + 1] === '"' && at >= 0) at = text.indexOf('"', at + 2);
  const behind = text[at + 1] ?? '\n';
  const isClosed = at >= 0 && at - from <= MOST_CHARACTERS && [delimiter, '\r', '\n'].includes(behind);
  return isClosed ? at + 1 : undefined;
}

function behindLine(text: string, from: number): number {
  const end = /\r\n|\r|\n|$/g;
  end.lastIndex = from;
  const [line, at] = [end.exec(text)!, end.lastIndex];
  return line[0] === '' ? text.length : at;
}
