import { strFromU8, unzipSync } from 'fflate';

/** What a list of a thousand long orders unpacks to, several times over. */
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;

/** Two thousand formats of numbers; each new one costs its reader time. */
const MAX_STYLES_BYTES = 512 * 1024;

const BROKEN = '不是有效的.xlsx文件';
const TOO_LARGE = '文件解压后过大';

/**
 * Why a workbook is not to be read, in Chinese; undefined when it may be. The library that reads it fills the gaps between cells, and takes time by the square of
 * the length of a tag or a text, of the number of rows, and of what is never closed: this looks at all of them beforehand, in time that grows with the file.
 */
export function workbookFault(bytes: Uint8Array): string | undefined {
  const parts = partsOf(bytes);
  if (typeof parts === 'string') return parts;
  return Object.values(parts).every((part) => isHarmless(strFromU8(part))) ? undefined : BROKEN;
}

/** Every part that the library may come to read, by the sizes that the archive tells: no more than these is ever unpacked. */
function partsOf(bytes: Uint8Array): Record<string, Uint8Array> | string {
  let unpacked = 0;
  let isTooLarge = false;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        isTooLarge ||=
          unpacked > MAX_UNPACKED_BYTES || (name.endsWith('styles.xml') && originalSize > MAX_STYLES_BYTES);
        return !isTooLarge && /\.(xml|rels)$/.test(name);
      },
    });
    return isTooLarge ? TOO_LARGE : parts;
  } catch {
    return BROKEN;
  }
}

/** A tag from its name on, its quotes in pairs. Neither a comment nor a declaration is: no program writes them into workbooks. */
const TAG = /^[/?]?[A-Za-z_][^"']*(?:"[^"]*"[^"']*|'[^']*'[^"']*)*$/;
const MAX_TAG_CHARACTERS = 4000;
/** A cell holds 32,767 characters, and the longest way to write one has six. */
const MAX_TEXT_CHARACTERS = 200_000;
const MAX_ROWS = 9999;

function isHarmless(xml: string): boolean {
  let rows = 0;
  for (const [, inside = '', close, text = ''] of xml.matchAll(/<([^<>]*)(>?)([^<]*)/g)) {
    if (close === '' || inside.length > MAX_TAG_CHARACTERS || !TAG.test(inside)) return false;
    if (text.length > MAX_TEXT_CHARACTERS) return false;
    if (/^(\w+:)?row\b/.test(inside)) rows += 1;
  }
  return rows <= MAX_ROWS && (!/[<:]sheetData\b/.test(xml) || hasPlainAddresses(xml));
}

/** Rows up to 9,999, columns up to ZZ. */
function hasPlainAddresses(sheet: string): boolean {
  const addresses = sheet.matchAll(/[\s:]r\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  for (const [, double, single] of addresses) if (!/^[A-Z]{0,2}\d{1,4}$/.test(double ?? single ?? '')) return false;
  return true;
}
