/** A formula that is nothing but a text: ="0012". */
const FORMULA_OF_TEXT = /^\s*[=＝]\s*"((?:[^"]|"")*)"\s*$/;
/** What a spreadsheet would reckon or round, after the apostrophe that keeps it from that. */
const KEPT_FROM_RECKONING = /^\s*'[\d=+\-@＝＋－＠]/;

/**
 * A cell without what programs write around a text so that no spreadsheet reckons or rounds it: ="0012", '0012, '=x. It
 * is no part of what somebody wrote, and the same number comes without it by another way.
 */
export function withoutTextMark(cell: string): string {
  const [, text] = FORMULA_OF_TEXT.exec(cell) ?? [];
  if (text !== undefined) return text.replaceAll('""', '"');
  // One that is closed again is a quotation.
  const isMark = KEPT_FROM_RECKONING.test(cell) && cell.split("'").length === 2;
  return isMark ? cell.replace("'", '') : cell;
}
