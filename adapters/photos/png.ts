import { MOST_PIECES } from './piece-limit.ts';

/** Chunks that make the picture; times, texts, EXIF and all that is unknown are left out. */
const PICTURE =
  /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|hIST|pHYs|sPLT|cICP|mDCV|cLLI|acTL|fcTL|fdAT)$/;

/** A PNG without its metadata chunks and without what lies behind its end. Undefined when it holds no picture. */
export function cleanPng(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  let hasPicture = false;
  while (at + 12 <= bytes.length && kept.length <= MOST_PIECES) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    // One that was cut off is kept as far as it goes.
    if (PICTURE.test(type)) kept.push(bytes.subarray(at, end));
    hasPicture ||= type === 'IDAT';
    if (type === 'IEND') break;
    at = end;
  }
  return hasPicture && kept.length <= MOST_PIECES ? Buffer.concat(kept) : undefined;
}
