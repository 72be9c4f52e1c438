import { BIG5_HKSCS } from './big5-hkscs.ts';

const NONE = '〓';
const ROW = 157;

const plain = new TextDecoder('big5');
let additions: ReadonlyMap<number, string> | undefined;

/** Big5 with the Hong Kong additions: Cantonese is written with them (啲, 嘅, 喺). */
export function decodeBig5(bytes: Uint8Array): string {
  additions ??= new Map([...BIG5_HKSCS].map((character, index) => [codeAt(index), character] as const));
  let text = '';
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x81) continue;
    const added = additions.get(bytes[at]! * 256 + (bytes[at + 1] ?? 0));
    if (added && added !== NONE) {
      text += plain.decode(bytes.subarray(start, at)) + added;
      start = at + 2;
    }
    at += 1;
  }
  return text + plain.decode(bytes.subarray(start));
}

/** The code of a place in the table: see there for its rows. */
function codeAt(index: number): number {
  if (index < 26 * ROW) return codeIn(0x87, index);
  // The first half of row C6, and of F9, is ordinary Big5: 63 places below A1, and in F9 53 more.
  const second = index - 26 * ROW;
  if (second < 3 * ROW - 63) return codeIn(0xc6, second + 63);
  return codeIn(0xf9, second - (3 * ROW - 63) + 63 + 53);
}

function codeIn(firstLead: number, offset: number): number {
  const place = offset % ROW;
  return (firstLead + Math.floor(offset / ROW)) * 256 + (place < 63 ? 0x40 + place : 0xa1 + place - 63);
}
