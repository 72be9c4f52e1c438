import { strFromU8, unzipSync } from 'fflate';
import { attributesIn, xmlEvents } from './xml-events.ts';

/** Of the first sheet and what it needs; a list of a thousand long orders is much shorter. */
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;

/** The parts of a workbook that make its first sheet, as XML. */
export interface Workbook {
  readonly sheet: string;
  /** Undefined where all texts stand in their cells. */
  readonly strings?: string | undefined;
  readonly styles?: string | undefined;
  /** Whether its days are counted from 1904 on. */
  readonly since1904: boolean;
}

/** Why a workbook cannot be read, in Chinese. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}

/**
 * The first sheet that shows, as the workbook's own directory has it. Nothing else is unpacked, and nothing beyond the
 * size that the archive tells: a file that was made to exhaust its reader is refused. Throws `UnreadableWorkbook`.
 */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const unpack = unpacking(bytes);
  const [top] = relationsIn(unpack('_rels/.rels'), '').filter(({ type }) => type === 'officeDocument');
  const path = top?.target ?? 'xl/workbook.xml';
  const book = unpack(path);
  if (book === undefined) throw new UnreadableWorkbook('没有找到工作簿。请用Excel、WPS等另存为.xlsx或CSV后再提交');
  const { sheets, since1904 } = contentsOf(book);
  const relations = relationsIn(unpack(path.replace(/([^/]*)$/, '_rels/$1.rels')), path);
  const isSheet = (id: string) => relations.find((one) => one.id === id)?.type === 'worksheet';
  const first = sheets
    .filter(({ id }) => isSheet(id))
    .toSorted((one, other) => Number(one.isHidden) - Number(other.isHidden))[0];
  const sheet = unpack(relations.find(({ id }) => id === first?.id)?.target ?? '');
  if (sheet === undefined) throw new UnreadableWorkbook('没有找到工作表');
  const part = (type: string) => unpack(relations.find((one) => one.type === type)?.target ?? '');
  return { sheet, since1904, strings: part('sharedStrings'), styles: part('styles') };
}

/** Some programs write backslashes, or other capitals than their own directory. */
const plain = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Unpacks one part at a time; undefined when there is none. */
function unpacking(bytes: Uint8Array): (name: string) => string | undefined {
  let unpacked = 0;
  return (wanted) => {
    if (wanted === '') return undefined;
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
      if (plain(name) !== plain(wanted)) return false;
      unpacked += originalSize;
      if (unpacked <= MAX_UNPACKED_BYTES) return true;
      throw new UnreadableWorkbook('内容过大，行数过多。可能有大量只带格式的空行：请把有内容的行复制到新的工作簿');
    };
    const [part] = Object.values(archived(bytes, filter));
    return part && strFromU8(part);
  };
}

function archived(bytes: Uint8Array, filter: NonNullable<Parameters<typeof unzipSync>[1]>['filter']) {
  try {
    return unzipSync(bytes, { filter: filter! });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    throw new UnreadableWorkbook('压缩包不完整');
  }
}

interface Relation {
  readonly id: string | undefined;
  /** The last word of its type: strict workbooks write other addresses before it. */
  readonly type: string | undefined;
  readonly target: string;
}

function relationsIn(xml: string | undefined, path: string): Relation[] {
  return tagsIn(xml, 'Relationship').map((attributes) => ({
    id: attributes.get('Id'),
    type: attributes.get('Type')?.split('/').at(-1),
    target: resolved(attributes.get('Target') ?? '', path),
  }));
}

/** Targets are relative to the part that names them, or begin at the root. */
function resolved(target: string, path: string): string {
  const url = URL.parse(target.replaceAll('\\', '/'), `zip://workbook/${path}`);
  return decodeURIComponent(url?.pathname.slice(1) ?? '');
}

function contentsOf(book: string) {
  const sheets = tagsIn(book, 'sheet').map((attributes) => ({
    // The prefix of the relations' names is the writer's choice.
    id: [...attributes].find(([name]) => /^\w+:id$/.test(name))?.[1] ?? '',
    isHidden: /hidden$/i.test(attributes.get('state') ?? ''),
  }));
  const [properties] = tagsIn(book, 'workbookPr');
  return { sheets, since1904: /^(1|true)$/.test(properties?.get('date1904') ?? '') };
}

/** The attributes of every tag of that name. */
function tagsIn(xml: string | undefined, name: string): ReadonlyMap<string, string>[] {
  const found: ReadonlyMap<string, string>[] = [];
  for (const event of xmlEvents(xml ?? ''))
    if (event.kind === 'open' && event.name === name) found.push(attributesIn(event.attributes));
  return found;
}
