import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Two orders: headings, then texts, a number, a time, and a line break. 46346.877083… is 2026-11-20 21:03:00. */
const TEXTS = [
  ...['工单编号', '诉求内容', '联系电话', '操作时间', '备注'],
  ...['OF-1', '印刷厂夜里排放刺鼻气味 &lt;&amp;"&gt; ', '13900000000', '第一行\n第二行', 'OF-2', '工地扬尘'],
];
const TIME = '46346.877083333333';
export const READ_AS = [
  ['工单编号', '诉求内容', '联系电话', '操作时间', '备注'],
  ['OF-1', '印刷厂夜里排放刺鼻气味 <&"> ', '13900000000', '2026-11-20 21:03:00', '第一行\n第二行'],
  ['OF-2', '工地扬尘', '13900000001', '2026-11-20 21:03:00'],
];

interface Layout {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles: string;
  readonly book?: string;
  /** Before the name of every part. */
  readonly root?: string;
  readonly relations?: string;
}

const relation = (id: string, type: string, target: string, base = OFFICE): string =>
  `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`;

function packed({ sheet, strings, styles, book, root = 'xl/', relations }: Layout): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', `${root}workbook.xml`)}</Relationships>`,
    [`${root}workbook.xml`]:
      book ??
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="工单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    [`${root}_rels/workbook.xml.rels`]: `<Relationships xmlns="${PACKAGE}">${
      relations ?? relation('rId1', 'worksheet', 'worksheets/sheet1.xml')
    }${relation('rId8', 'styles', 'styles.xml')}${strings ? relation('rId9', 'sharedStrings', 'sharedStrings.xml') : ''}</Relationships>`,
    [`${root}worksheets/sheet1.xml`]: sheet,
    [`${root}styles.xml`]: styles,
    ...(strings && { [`${root}sharedStrings.xml`]: strings }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])));
}

/** Cells by the numbers of their texts; `n` is the second number, `t` the time. */
const ROWS = [
  ['0', '1', '2', '3', '4'],
  ['5', '6', '7', 't', '8'],
  ['9', '10', 'n', 't'],
];

function data(cell: (what: string, address: string) => string, row: (number: number, cells: string) => string): string {
  const address = (column: number, line: number) => `${'ABCDE'[column]}${line + 1}`;
  return ROWS.map((cells, line) => row(line + 1, cells.map((what, at) => cell(what, address(at, line))).join(''))).join(
    '',
  );
}

const stored = (what: string, address: string, { style = '1', time = '2', prefix = '' } = {}): string => {
  if (what === 'n') return `<${prefix}c r="${address}" s="${style}"><${prefix}v>13900000001</${prefix}v></${prefix}c>`;
  if (what === 't') return `<${prefix}c r="${address}" s="${time}"><${prefix}v>${TIME}</${prefix}v></${prefix}c>`;
  return `<${prefix}c r="${address}" s="${style}" t="s"><${prefix}v>${what}</${prefix}v></${prefix}c>`;
};

const styles = (formats: string, ...ids: number[]): string =>
  `<styleSheet xmlns="${MAIN}">${formats}<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs>${ids
    .map(
      (id) => `<xf numFmtId="${id}" fontId="0" applyNumberFormat="1"><alignment vertical="center" wrapText="1"/></xf>`,
    )
    .join('')}</cellXfs><dxfs count="1"><dxf><numFmt numFmtId="30" formatCode="@"/></dxf></dxfs></styleSheet>`;

const plainStrings = (item: (text: string) => string): string =>
  `<sst xmlns="${MAIN}" count="11" uniqueCount="11">${TEXTS.map(item).join('')}</sst>`;

/**
 * With namespaces and ids of revisions on every tag, readings of texts, a format of the Chinese calendar, and lists of
 * choices behind the data.
 */
export function byExcel(): Uint8Array {
  const far = 'B2:B4 D2:D4 '.repeat(500);
  return packed({
    sheet: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr codeName="Sheet1"/><dimension ref="A1:E3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14" x14ac:dyDescent="0.3"/><cols><col min="2" max="2" width="40.5" style="1" customWidth="1"/></cols><sheetData>${data(
      stored,
      (number, cells) =>
        `<row r="${number}" spans="1:5" s="1" customFormat="1" ht="28" x14ac:dyDescent="0.3">${cells}</row>`,
    )}<row r="4" spans="1:5" x14ac:dyDescent="0.3"><c r="A4" s="1"/><c r="E4" s="1"/></row></sheetData><phoneticPr fontId="1" type="noConversion"/><conditionalFormatting sqref="${far}"><cfRule type="expression" dxfId="0" priority="1"><formula>A1>1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="${far}"><formula1>"是,否"</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" r:id="rId1"/></worksheet>`,
    strings: plainStrings(
      (text) =>
        `<si><r><rPr><sz val="11"/></rPr><t xml:space="preserve">${text.slice(0, 2)}</t></r><r><t xml:space="preserve">${text.slice(2)}</t></r><rPh sb="0" eb="1"><t>dú</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>`,
    ),
    styles: styles('', 0, 49, 22),
    book: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27328"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="字典" sheetId="2" state="veryHidden" r:id="rId2"/><sheet name="工单" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">工单!$A$1:$E$3</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
    relations:
      relation('rId2', 'worksheet', 'worksheets/sheet2.xml') + relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
  });
}

/**
 * With a format of its own in Chinese, thousands of rows that have nothing but borders, and a part of its own behind
 * the data.
 */
export function byWps(): Uint8Array {
  const bordered = Array.from(
    { length: 12_000 },
    (_, at) => `<row r="${at + 4}"><c r="A${at + 4}" s="1"/><c r="B${at + 4}" s="1"/></row>`,
  );
  return packed({
    sheet: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetPr/><dimension ref="A1:E12003"/><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5" outlineLevelCol="4"/><sheetData>${data(
      (what, address) => stored(what, address),
      (number, cells) => `<row r="${number}" ht="27" spans="1:5">${cells}</row>`,
    )}${bordered.join('')}</sheetData><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/></worksheet>`,
    strings: plainStrings((text) => `<si><t xml:space="preserve">${text}</t></si>`),
    styles: styles(
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm;@"/></numFmts>',
      0,
      0,
      176,
    ),
  });
}

/** With every switch of a row spelled out, escaped formats, and a footer full of signs. */
export const byLibreOffice = (): Uint8Array =>
  packed({
    sheet: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:E3"/><cols><col collapsed="false" customWidth="false" hidden="false" outlineLevel="0" max="16384" min="1" style="0" width="11.53"/></cols><sheetData>${data(
      (what, address) => (what === 'n' ? stored(what, address).replace('s="1"', 's="1" t="n"') : stored(what, address)),
      (number, cells) =>
        `<row r="${number}" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">${cells}</row>`,
    )}<row r="1048576" customFormat="false" ht="12.8"/></sheetData><headerFooter><oddFooter>&amp;C&amp;"Times New Roman,Regular"&amp;12 &amp;P</oddFooter></headerFooter></worksheet>`,
    strings: plainStrings((text) => `<si><t xml:space="preserve">${text}</t></si>`),
    styles: styles(
      '<numFmts count="2"><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>',
      164,
      164,
      165,
    ),
  });

/**
 * Whose rows and cells do not say where they are, with texts in the cells, a comment, and a raw sign in an attribute.
 */
export const byPoi = (): Uint8Array =>
  packed({
    sheet: `<worksheet xmlns="${MAIN}"><!-- streamed --><sheetPr><outlinePr summaryBelow="0" note="a>b"/></sheetPr><sheetData>${data(
      (what) => {
        if (what === 'n') return '<c><v>1.3900000001E10</v></c>';
        if (what === 't') return `<c s="2"><v>${TIME}</v></c>`;
        return `<c t="inlineStr"><is><t xml:space="preserve">${TEXTS[Number(what)]}</t></is></c>`;
      },
      (_, cells) => `<row>${cells}</row>`,
    )}</sheetData></worksheet>`,
    styles: styles('', 0, 0, 22),
  });

/** With a prefix on every tag, addresses from the root, the strict edition's relations, and days since 1904. */
export const byOpenXmlSdk = (): Uint8Array =>
  packed({
    root: 'xl\\',
    sheet: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${data(
      (what, address) => stored(what, address, { prefix: 'x:' }).replace(TIME, String(Number(TIME) - 1462)),
      (number, cells) => `<x:row r="${number}">${cells}</x:row>`,
    )}</x:sheetData></x:worksheet>`,
    strings: `<x:sst xmlns:x="${MAIN}">${TEXTS.map((text) => `<x:si><x:t xml:space="preserve"><![CDATA[${text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')}]]></x:t></x:si>`).join('')}</x:sst>`,
    styles: styles('', 0, 0, 22).replaceAll('<', '<x:').replaceAll('<x:/', '</x:').replace('xmlns=', 'xmlns:x='),
    book: `<x:workbook xmlns:x="${MAIN}" xmlns:d2p1="${OFFICE}"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="工单" sheetId="1" d2p1:id="R1f0"/></x:sheets></x:workbook>`,
    relations: relation('R1f0', 'worksheet', '/xl/worksheets/Sheet1.xml', STRICT),
  });
