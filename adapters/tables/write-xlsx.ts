import writeExcelFile from 'write-excel-file/node';

/**
 * A workbook of one sheet, its first row a head that stays in sight. Every cell is text: nothing is reckoned, rounded or
 * taken for a day.
 */
export async function writeXlsx(rows: readonly (readonly string[])[], widths: readonly number[]): Promise<Uint8Array> {
  const [head = [], ...body] = rows;
  const bold = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }));
  const plain = body.map((row) =>
    row.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })),
  );
  const columns = widths.map((width) => ({ width }));
  const file = writeExcelFile([bold, ...plain], {
    columns,
    stickyRowsCount: 1,
    orientation: 'landscape',
    sheet: '台账',
  });
  return await file.toBuffer();
}
