import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { dayOf } from '../../domain/calendar/day.ts';
import { dateText } from '../../domain/notices/date-words.ts';
import type { Paper } from '../../domain/papers/paper.ts';

/**
 * A paper in the layout of 党政机关公文 (GB/T 9704): A4 with its margins, 22 lines of 28 characters a page. Fonts are named, not
 * embedded: whoever prints has them.
 */
export async function drawDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    creator: paper.organ,
    title: paper.title,
    styles: { default: { document: { run: { font: BODY, size: SIZE_3 }, paragraph: { spacing: LINE } } } },
    sections: [{ properties: { page: PAGE, grid: GRID }, footers: { default: FOOTER }, children: contentOf(paper) }],
  });
  return await Packer.toBuffer(document);
}

const fontOf = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: eastAsia, eastAsia });
const TITLE = fontOf('方正小标宋简体');
const BODY = fontOf('仿宋_GB2312');
const FOOT = fontOf('宋体');

/** In half points: 二号, 三号, 四号. */
const SIZE_2 = 44;
const SIZE_3 = 32;
const SIZE_4 = 28;

/** 225 mm of text in 22 lines, in twentieths of a point. */
const LINE_PITCH = 579;
const LINE = { line: LINE_PITCH, lineRule: LineRuleType.EXACT };
/** 天头37mm, 订口28mm: what is left is 156 by 225 mm. */
const PAGE = {
  size: { width: '210mm', height: '297mm' },
  margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm', footer: '28mm' },
} as const;
/** 28 characters of 三号 are 2 mm wider than the line: each gives way by a fifth of a point, written in 4096ths. */
const GRID = { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: -849 };

const FOOTER = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FOOT, size: SIZE_4 })],
    }),
  ],
});

/** Two characters of 三号. */
const INDENT = { firstLine: 2 * 16 * 20 };

const contentOf = ({ organ, title, addressee, paragraphs, at }: Paper): Paragraph[] => [
  ...[organ, title].map(
    (text) =>
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, font: TITLE, size: SIZE_2 })] }),
  ),
  new Paragraph(''),
  new Paragraph(`${addressee}：`),
  ...paragraphs.map((text) => new Paragraph({ text, indent: INDENT })),
  new Paragraph(''),
  ...[organ, dateText(dayOf(at))].map(
    (text) => new Paragraph({ text, alignment: AlignmentType.RIGHT, indent: { right: 4 * 16 * 20 }, keepLines: true }),
  ),
];
