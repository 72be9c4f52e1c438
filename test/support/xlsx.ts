import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell as it is written in the XML of a sheet; a plain text is written in the cell itself. */
type Cell = string | { readonly xml: string };

export const number = (value: string): Cell => ({ xml: `<v>${value}</v>` });
/** Days since 1900, shown as a date and time. */
export const date = (serial: number): Cell => ({ xml: `style${serial}` });
/** With the value that the file was saved with. */
export const formula = (source: string, saved: string): Cell => ({ xml: `<f>${source}</f><v>${saved}</v>` });

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const column = (index: number) =>
  (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

function cellXml(cell: Cell, at: string): string {
  if (typeof cell === 'string')
    return cell && `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (cell.xml.startsWith('style')) return `<c r="${at}" s="1"><v>${cell.xml.slice(5)}</v></c>`;
  return `<c r="${at}"${/<f>/.test(cell.xml) ? ' t="str"' : ''}>${cell.xml}</c>`;
}

export function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((cells, row) => {
    const inside = cells.map((cell, index) => cellXml(cell, `${column(index)}${row + 1}`)).join('');
    return `<row r="${row + 1}">${inside}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with this XML. */
export function workbookOf(sheet: string, more: Zippable = {}): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${RELATIONS}"><sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
       <Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
       <Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  });
}

export const xlsxOf = (rows: readonly (readonly Cell[])[]): Uint8Array => workbookOf(sheetXml(rows));
