/** What a spreadsheet program takes for a formula, also in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** What it would round, or take for a day or a month. */
const RECKONED = /^[\d/.:-]+$/;

/**
 * RFC 4180, for spreadsheet programs: UTF-8 with a byte order mark, by which they know it. Nothing in it is ever
 * reckoned: before what begins like a formula stands an apostrophe, before numbers that are names, a tab.
 */
export function csvOf(rows: readonly (readonly string[])[], isNumber: (column: number) => boolean): string {
  const written = rows.map((row) => row.map((cell, at) => quoted(harmless(cell, isNumber(at)))).join(','));
  return `\uFEFF${written.join('\r\n')}\r\n`;
}

function harmless(cell: string, isNumber: boolean): string {
  if (FORMULA.test(cell)) return `'${cell}`;
  return isNumber && RECKONED.test(cell) ? `\t${cell}` : cell;
}

const quoted = (cell: string): string => (/[",\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
