import { MOST_PIECES } from './piece-limit.ts';

const [SOI, EOI, SOS, COM] = [0xd8, 0xd9, 0xda, 0xfe];
/** Application segments that belong to the picture: JFIF, the colour profile, Adobe's colour transform. */
const KEPT_APPLICATIONS = [0xe0, 0xe2, 0xee];

/**
 * A JPEG without its metadata segments and without what lies behind its end. Undefined when it does not hold together.
 */
export function cleanJpeg(bytes: Buffer, orientation: number | undefined): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  if (orientation !== undefined && orientation > 1 && orientation <= 8) kept.push(orientationSegment(orientation));
  let at = 2;
  let hasScan = false;
  while (at + 4 <= bytes.length && kept.length <= MOST_PIECES) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) at = behindStray(bytes, at);
    // Any number of 0xff may stand before a marker.
    else if (marker === 0xff) at += 1;
    else if (isAlone(marker)) at += 2;
    else if (marker === EOI || marker === SOI) break;
    else {
      const end = marker === SOS ? endOfScan(bytes, at) : at + 2 + bytes.readUInt16BE(at + 2);
      if (end > bytes.length) return undefined;
      hasScan ||= marker === SOS;
      if (isPicture(bytes, at, marker)) kept.push(bytes.subarray(at, end));
      at = end;
    }
  }
  if (!hasScan || kept.length > MOST_PIECES) return undefined;
  return Buffer.concat([...kept, Buffer.from([0xff, EOI])]);
}

/**
 * Where the next marker stands: programs pass over stray bytes before one, and so does a photo's maker over a marker
 * that it misspelt.
 */
function behindStray(bytes: Buffer, at: number): number {
  const isMisspelt = bytes[at + 1]! >= 0xe0 && bytes[at + 1]! < 0xff;
  const behind = at + 2 + bytes.readUInt16BE(at + 2);
  if (isMisspelt && bytes[behind] === 0xff) return behind;
  const next = bytes.indexOf(0xff, at);
  return next < 0 ? bytes.length : next;
}

/**
 * A stuffed byte, a restart, and what the standard calls temporary: none has a length. Outside of a scan none says
 * anything.
 */
const isAlone = (marker: number): boolean => marker <= 1 || (marker >= 0xd0 && marker <= 0xd7);

function isPicture(bytes: Buffer, at: number, marker: number): boolean {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  if (!isApplication) return marker !== COM;
  // The same segment carries the colour profile, or an index of further pictures behind the end.
  if (marker === 0xe2) return bytes.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE';
  if (marker === 0xe0) return bytes.toString('latin1', at + 4, at + 8) === 'JFIF';
  return KEPT_APPLICATIONS.includes(marker);
}

/**
 * A scan goes on to the next marker that is neither a stuffed byte nor a restart; one that was cut off, to the end of
 * the file.
 */
function endOfScan(bytes: Buffer, at: number): number {
  let end = bytes.indexOf(0xff, at + 2 + bytes.readUInt16BE(at + 2));
  while (end >= 0 && end + 1 < bytes.length) {
    const next = bytes[end + 1]!;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return end;
    end = bytes.indexOf(0xff, end + 2);
  }
  return bytes.length;
}

/** An EXIF segment that says nothing but which side is up: without it, a phone's photo would lie on its side. */
function orientationSegment(orientation: number): Buffer {
  const segment = Buffer.alloc(36);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(34, 2);
  segment.write('Exif\0\0MM\0*', 4, 'latin1');
  segment.writeUInt32BE(8, 14);
  // One entry: tag 0x0112, type SHORT, one value.
  segment.writeUInt16BE(1, 18);
  segment.writeUInt16BE(0x0112, 20);
  segment.writeUInt16BE(3, 22);
  segment.writeUInt32BE(1, 24);
  segment.writeUInt16BE(orientation, 28);
  return segment;
}
