import { heifTypeOf } from '../../domain/attachments/heif.ts';
import type { CleanPhoto } from '../../usecases/intake/keep-upload.ts';
import { cleanJpeg } from './jpeg.ts';
import { factsOf } from './photo-facts.ts';
import { cleanPng } from './png.ts';
import { stripPosition } from './strip-position.ts';
import { cleanWebp } from './webp.ts';

/** What servers and programs leave before the first byte of a file, and every program that shows photos passes over. */
const BEFORE = /^[\s\0\xef\xbb\xbf]*/;

/**
 * The photo without EXIF, XMP, IPTC, comments and whatever lies behind its end; its picture is untouched, bit for bit,
 * and stands upright as before. HEIC and AVIF, which cannot be taken apart, lose their place alone. Known by its first
 * bytes, whatever its sender called it. Undefined for what is no photo that we know, or one that is broken at its root.
 */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const buffer = all.subarray(BEFORE.exec(all.toString('latin1', 0, 16))![0].length);
  const heif = heifTypeOf(all);
  const { takenAt, orientation } = factsOf(heif ? all : buffer);
  const cleaned = (mediaType: string, clean: Buffer | undefined) =>
    clean && { bytes: clean, mediaType, takenAt, unchanged: false };
  if (buffer.subarray(0, 3).equals(JPEG)) return cleaned('image/jpeg', cleanJpeg(buffer, orientation));
  if (buffer.subarray(0, 8).equals(PNG)) return cleaned('image/png', cleanPng(buffer));
  if (latin1(buffer, 0) === 'RIFF' && latin1(buffer, 8) === 'WEBP') return cleaned('image/webp', cleanWebp(buffer));
  return heif && { bytes: stripPosition(bytes), mediaType: heif, takenAt, unchanged: true };
}

const JPEG = Buffer.from('ffd8ff', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const latin1 = (buffer: Buffer, from: number): string => buffer.toString('latin1', from, from + 4);
