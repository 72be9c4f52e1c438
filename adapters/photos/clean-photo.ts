import type { CleanPhoto } from '../../usecases/intake/keep-upload.ts';
import { cleanJpeg } from './jpeg.ts';
import { factsOf } from './photo-facts.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

/** Brands of the "ftyp" box by which HEIC and AVIF are known. */
const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'];

/**
 * The photo without EXIF, XMP, IPTC, comments and whatever lies behind its end; its picture is untouched, bit for bit, and stands upright as before.
 * Known by its first bytes, whatever its sender called it. Undefined for what is no photo that we know, or one that is broken at its root.
 */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { takenAt, orientation } = factsOf(bytes);
  const cleaned = (mediaType: string, clean: Buffer | undefined) =>
    clean && { bytes: clean, mediaType, takenAt, unchanged: false };
  if (buffer.subarray(0, 3).equals(JPEG)) return cleaned('image/jpeg', cleanJpeg(buffer, orientation));
  if (buffer.subarray(0, 8).equals(PNG)) return cleaned('image/png', cleanPng(buffer));
  if (latin1(buffer, 0) === 'RIFF' && latin1(buffer, 8) === 'WEBP') return cleaned('image/webp', cleanWebp(buffer));
  if (latin1(buffer, 4) === 'ftyp' && HEIF_BRANDS.includes(latin1(buffer, 8)))
    return { bytes, mediaType: latin1(buffer, 8) === 'avif' ? 'image/avif' : 'image/heic', takenAt, unchanged: true };
  return undefined;
}

const JPEG = Buffer.from('ffd8ff', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const latin1 = (buffer: Buffer, from: number): string => buffer.toString('latin1', from, from + 4);
