import { cleaned } from '../text/cleaned.ts';
import type { PartnerFormat } from './format.ts';
import type { OrderRecord } from './map-order.ts';

/** One row of a table; its number is the one that a spreadsheet shows beside it. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Why it cannot be read, in Chinese. */
  readonly fault?: string | undefined;
}

/** One order of a list. */
export interface ListedOrder {
  readonly row: number;
  readonly order: unknown;
  /** Why it cannot be read, in Chinese. */
  readonly fault?: string | undefined;
}

/** A longer list must be sent in parts. */
export const MOST_ORDERS = 1000;

/** More than any office keeps; each costs every row. */
const MOST_COLUMNS = 300;

/** Lists often begin with a title and a date. */
const ROWS_BEFORE_HEADINGS = 10;

/**
 * The orders of a table, by its headings: the first row that names the orders' number. Empty rows are passed over. Of a
 * list that is too long only so many as show that it is.
 */
export function ordersInTable(
  written: readonly TableRow[],
  format: PartnerFormat,
): ListedOrder[] | 'no-headings' | 'too-many-columns' {
  // Signs that nobody sees would make another number of the same one, and an unknown heading of a known one.
  const rows = written.map((row) => ({ ...row, cells: row.cells.map(cleaned) }));
  const names = new Map(namesOf(format).map((name) => [plain(name), name]));
  const identities = format.fields.externalId!.flatMap(({ from }) => from);
  const headingsIn = ({ cells }: TableRow) => cells.map((cell) => names.get(plain(cell)) ?? cell.trim());
  const top = rows
    .slice(0, ROWS_BEFORE_HEADINGS)
    .findIndex((row) => headingsIn(row).some((one) => identities.includes(one)));
  if (top < 0) return 'no-headings';
  const headings = headingsIn(rows[top]!);
  if (headings.filter(Boolean).length > MOST_COLUMNS) return 'too-many-columns';
  const columns = headings.flatMap((heading, column) =>
    heading !== '' && headings.indexOf(heading) === column ? [{ heading, column }] : [],
  );
  return rows
    .slice(top + 1)
    .filter(({ cells, fault }) => fault || cells.some((cell) => cell.trim() !== ''))
    .slice(0, MOST_ORDERS + 1)
    .map((row) => orderIn(row, columns, headings.length));
}

interface Column {
  readonly heading: string;
  /** Counted from 0. */
  readonly column: number;
}

function orderIn({ row, cells, fault }: TableRow, columns: readonly Column[], width: number): ListedOrder {
  const order: OrderRecord = Object.fromEntries(columns.map(({ heading, column }) => [heading, cells[column] ?? '']));
  const hasMore = cells.slice(width).some((cell) => cell.trim() !== '');
  return { row, order, fault: fault ?? (hasMore ? '列数多于表头，可能有未加引号的分隔符' : undefined) };
}

const namesOf = ({ deed, fields }: PartnerFormat): string[] => [
  ...deed.from,
  ...Object.values(fields).flatMap((sources) => sources.flatMap(({ from }) => from)),
];

/** Headings are broken over lines, padded, and marked as required. */
const plain = (heading: string): string => heading.normalize('NFKC').replace(/\(必填\)|[\s*]/g, '');
