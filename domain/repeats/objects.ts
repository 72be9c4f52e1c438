import type { Found } from '../text/terms.ts';
import { endOf, type Name } from './name.ts';
import type { Cue } from './rules.ts';

const AREAS: readonly Name['kind'][] = ['village', 'town', 'road', 'estate', 'landmark'];
/** How far after the name of an area its object may begin, and how many characters of it are read. */
const REACH = 6;
const READ = 5;
const MOST = 6;
const NO_WORD = /[^\p{L}\p{N}]/u;

/**
 * 对象: what stands right after the name of an area, in pieces of two characters, each with that name: "大湾村口的磨石厂"
 * and "大湾村磨石头的" have 磨石 at 大湾 in common. No list says what it may be; small words, positions, and what is only
 * seen, heard or smelt are left out.
 */
export function objectsIn(
  text: string,
  names: readonly Name[],
  stops: Uint8Array,
  cues: readonly Found<readonly Cue[]>[],
): string[] {
  const isLeftOut = leftOut(stops, cues);
  const areas = names.filter(({ kind, core }) => AREAS.includes(kind) && core.length >= 2);
  const objects: string[] = [];
  for (const area of areas) {
    if (objects.length >= MOST) break;
    const pieces = piecesAfter(text, endOf(area), nextStart(areas, endOf(area), text.length), isLeftOut);
    objects.push(...pieces.map((piece) => `物${area.core.slice(-2)}${piece}`));
  }
  return objects.slice(0, MOST);
}

/** Where the next area begins: what follows belongs to that one. */
const nextStart = (areas: readonly Name[], end: number, last: number): number =>
  areas.reduce((next, { start }) => (start >= end && start < next ? start : next), last);

function piecesAfter(text: string, end: number, last: number, isLeftOut: Uint8Array): string[] {
  const isWord = (at: number): boolean => at < last && !NO_WORD.test(text[at]!);
  let start = end;
  while (start < end + REACH && isWord(start) && isLeftOut[start] !== 0) start += 1;
  const pieces: string[] = [];
  for (let at = start; at + 1 < start + READ && isWord(at) && isWord(at + 1); at += 1) {
    if (isLeftOut[at] === 0 && isLeftOut[at + 1] === 0) pieces.push(text.slice(at, at + 2));
  }
  return pieces;
}

/** What is no part of a name, but for what tells a source. */
function leftOut(stops: Uint8Array, cues: readonly Found<readonly Cue[]>[]): Uint8Array {
  const isLeftOut = stops.slice();
  for (const { value, start, end } of cues)
    if (value.some(({ kind }) => kind === 'origin')) isLeftOut.fill(0, start, end);
  return isLeftOut;
}
