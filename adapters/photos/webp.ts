import { MOST_PIECES } from './piece-limit.ts';

const PICTURE = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];
/** Of the flags in VP8X: "there is EXIF" and "there is XMP". */
const METADATA_FLAGS = 0b0000_1100;

/** A WebP without EXIF, XMP and unknown chunks. Undefined when it holds no picture. */
export function cleanWebp(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [];
  let at = 12;
  while (at + 8 <= bytes.length && kept.length <= MOST_PIECES) {
    const size = bytes.readUInt32LE(at + 4);
    // Chunks are padded to even lengths.
    const end = at + 8 + size + (size % 2);
    const type = bytes.toString('latin1', at, at + 4);
    if (PICTURE.includes(type))
      kept.push(type === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  if (kept.length > MOST_PIECES) return undefined;
  if (!kept.some((chunk) => /^VP8[ L]|^ANMF/.test(chunk.toString('latin1', 0, 4)))) return undefined;
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  if (copy.length > 8) copy[8]! &= ~METADATA_FLAGS;
  return copy;
}
