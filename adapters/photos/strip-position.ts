import { blankFilmPosition } from './film-position.ts';

const GPS_POINTER = 0x8825;
/** Bytes of one value, by its type in a TIFF (TIFF 6.0, page 15). */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
/** No directory of a camera has more. */
const MOST_ENTRIES = 1_000;
/** EXIF's first directory, that of its small picture, and a few that makers add. */
const MOST_DIRECTORIES = 8;

const XMP_POSITION =
  /GPS(?:Latitude|Longitude)(?:\s*=\s*"([^"]{0,200})|\s*=\s*'([^']{0,200})|[^<>]{0,40}>([^<]{0,200}))/g;

/**
 * The same bytes, as many as before, without the place where they say that they were taken: for files that cannot be
 * taken apart. Looks for EXIF, XMP and what films say wherever they lie, as a file that is broken, or of a format that
 * we do not know, has no other map. The bytes given are left alone.
 */
export function stripPosition(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const mark of ['II*\0', 'MM\0*'])
    for (let at = copy.indexOf(mark, 0, 'latin1'); at >= 0; at = copy.indexOf(mark, at + 4, 'latin1'))
      blankExif(copy.subarray(at));
  if (copy.includes('GPSL'))
    for (const { index, 0: found, 1: double, 2: single, 3: inside } of copy.toString('latin1').matchAll(XMP_POSITION))
      copy.fill(' ', index + found.length - (double ?? single ?? inside ?? '').length, index + found.length);
  blankFilmPosition(copy);
  return copy;
}

/** Empties the directory of the place, and its values, in a TIFF that begins here. */
function blankExif(tiff: Buffer): void {
  const { short, long } = numbersIn(tiff);
  let directory = long(4);
  for (let count = 0; count < MOST_DIRECTORIES && directory > 0; count += 1) {
    const entries = entriesAt(directory, short);
    for (const entry of entries) if (short(entry) === GPS_POINTER) blankDirectory(tiff, long(entry + 8));
    directory = long(directory + 2 + entries.length * 12);
  }
}

function blankDirectory(tiff: Buffer, directory: number): void {
  const { short, long } = numbersIn(tiff);
  for (const entry of entriesAt(directory, short)) {
    const length = (SIZES[short(entry + 2)] ?? 0) * long(entry + 4);
    if (length > 4)
      tiff.fill(0, Math.min(long(entry + 8), tiff.length), Math.min(long(entry + 8) + length, tiff.length));
    tiff.fill(0, entry, Math.min(entry + 12, tiff.length));
  }
}

/** Where the entries of a directory lie; none where it is no directory. */
function entriesAt(directory: number, short: (at: number) => number): number[] {
  const count = short(directory);
  return count > MOST_ENTRIES ? [] : Array.from({ length: count }, (_, index) => directory + 2 + index * 12);
}

/** In the order of bytes that the TIFF says; 0 beyond its end. */
function numbersIn(tiff: Buffer) {
  const isLittle = tiff[0] === 0x49;
  return {
    short: (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    long: (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  };
}
