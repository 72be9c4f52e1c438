import type { TableRow } from '../../domain/partners/order-list.ts';
import type { StoredCell } from './cell-text.ts';
import { attributesIn, BrokenXml, type XmlEvent, xmlEvents } from './xml-events.ts';

/** More than any list may have: those behind are not read. */
const MOST_ROWS = 2_000;
/** XFD1048576 is the last cell of any sheet. */
const LAST_ROW = 1_048_576;
/** Up to ZZ; what stands further out belongs to no list. */
const MOST_COLUMNS = 702;

type Events = Iterator<XmlEvent, unknown>;
type Opening = XmlEvent & { kind: 'open' };

/**
 * The rows of a sheet that say anything, by the numbers that it shows beside them; those that are only formatted cost
 * nothing. Throws `BrokenXml`.
 */
export function rowsIn(sheet: string, textOf: (cell: StoredCell) => string): TableRow[] {
  const [events, rows] = [xmlEvents(sheet), [] as TableRow[]];
  let last = 0;
  for (let event = next(events); rows.length < MOST_ROWS; event = next(events)) {
    if (event.kind === 'text') continue;
    if (event.name === 'sheetData' && (event.kind === 'close' || event.isEmpty)) break;
    if (event.kind === 'close' || event.name !== 'row') continue;
    last = numberOf(attributesIn(event.attributes).get('r') ?? String(last + 1));
    const cells = event.isEmpty ? [] : cellsIn(events, textOf);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: last, cells });
  }
  return rows;
}

/** The texts that cells share, by number. */
export function sharedTextsIn(strings: string): string[] {
  const texts: string[] = [];
  const events = xmlEvents(strings);
  for (let event = events.next().value; event; event = events.next().value)
    if (event.kind === 'open' && event.name === 'si') texts.push(event.isEmpty ? '' : textUntil('si', events));
  return texts;
}

function next(events: Events): XmlEvent {
  const { done, value } = events.next();
  if (done) throw new BrokenXml('it breaks off');
  return value as XmlEvent;
}

/** To the end of the row. */
function cellsIn(events: Events, textOf: (cell: StoredCell) => string): string[] {
  const cells: string[] = [];
  let column = -1;
  for (let event = next(events); event.kind !== 'close' || event.name !== 'row'; event = next(events)) {
    if (event.kind !== 'open' || event.name !== 'c') continue;
    const attributes = attributesIn(event.attributes);
    column = columnOf(attributes.get('r')) ?? column + 1;
    const text = cellText(event, attributes, events, textOf);
    if (text !== '' && column < MOST_COLUMNS) cells[column] = text;
  }
  return Array.from(cells, (cell) => cell ?? '');
}

function cellText(
  { isEmpty }: Opening,
  attributes: ReadonlyMap<string, string>,
  events: Events,
  textOf: (cell: StoredCell) => string,
): string {
  const stored = isEmpty ? '' : textUntil('c', events);
  if (stored === '') return '';
  return textOf({ type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? 0), stored });
}

/**
 * What stands in values and texts; neither formulas nor how a text is pronounced. Excel writes signs that XML cannot
 * hold as "_x000D_".
 */
function textUntil(closing: string, events: Events): string {
  let text = '';
  const within: string[] = [];
  for (let event = next(events); event.kind !== 'close' || event.name !== closing; event = next(events)) {
    if (event.kind === 'text') text += /^[vt]$/.test(within.at(-1) ?? '') && !within.includes('rPh') ? event.text : '';
    else if (event.kind === 'close') within.pop();
    else if (!event.isEmpty) within.push(event.name);
  }
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function numberOf(written: string): number {
  const row = /^\d{1,7}$/.test(written) ? Number(written) : 0;
  if (row < 1 || row > LAST_ROW) throw new BrokenXml('a row of no sheet');
  return row;
}

/** From 0; undefined for a cell that does not say where it is. */
function columnOf(address: string | undefined): number | undefined {
  if (address === undefined) return undefined;
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
  numberOf(row);
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
