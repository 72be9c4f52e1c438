import { attributesIn, xmlEvents } from './xml-events.ts';

/** What a cell says of itself. */
export interface StoredCell {
  readonly type: string;
  /** Number of its format. */
  readonly style: number;
  readonly stored: string;
}

/** Formats that every program knows without being told, ids of ECMA-376, 18.8.30, with those of Chinese. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format shows a number as a time: it names a part of one outside quotes, brackets and escapes. */
const isDateCode = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** For each format of the workbook, whether it shows a time. */
export function dateFormatsIn(styles: string | undefined): readonly boolean[] {
  const codes = new Map<number, string>();
  const formats: boolean[] = [];
  let isCells = false;
  for (const event of xmlEvents(styles ?? '')) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') isCells = event.kind === 'open';
    if (event.kind === 'close') continue;
    if (event.name === 'numFmt') {
      const attributes = attributesIn(event.attributes);
      codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    }
    if (event.name !== 'xf' || !isCells) continue;
    const id = Number(attributesIn(event.attributes).get('numFmtId'));
    const code = codes.get(id);
    formats.push(code === undefined ? isBuiltInDate(id) : isDateCode(code));
  }
  return formats;
}

/** Spreadsheets keep no more digits; of a longer number the last ones are zeros or noise. */
const EXACT_BELOW = 1e15;

/**
 * A number as it is stored, a long one in the way that tells that it was rounded; a time as "2026-09-10 08:30:00"; what
 * went wrong is nothing.
 */
export function textOfCell({ type, style, stored }: StoredCell, dates: readonly boolean[], since1904: boolean): string {
  if (type === 'b') return stored === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  const value = Number(stored);
  if (type !== 'n' || stored.trim() === '' || Number.isNaN(value)) return stored;
  if (dates[style] && value >= 0 && value < LAST_DAY) return writtenTime(value + (since1904 ? DAYS_TO_1904 : 0));
  return Math.abs(value) < EXACT_BELOW ? String(value) : value.toExponential();
}

/** 31 December 9999. */
const LAST_DAY = 2_958_466;
const DAYS_TO_1904 = 1_462;
const DAY_SECONDS = 86_400;

/**
 * Days since the end of 1899. Workbooks keep no zone: what UTC shows is what the sheet shows. A day alone has no time,
 * and a time alone no day.
 */
function writtenTime(days: number): string {
  const seconds = Math.round(days * DAY_SECONDS);
  const [day, clock] = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString().split('T') as [string, string];
  if (seconds < DAY_SECONDS) return clock.slice(0, 8);
  return seconds % DAY_SECONDS === 0 ? day : `${day} ${clock.slice(0, 8)}`;
}
