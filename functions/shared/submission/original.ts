import { gzipSync } from 'node:zlib';
import type { Original } from '../../../domain/complaint.ts';

/** An item of the vault holds at most 400 KB in all; longer originals than this are packed. */
const PLAIN_BYTES = 64 * 1024;

/**
 * What a channel delivered, to be kept within the complaint; a media type with "+gzip" says that the bytes are packed.
 */
export function inlineOriginal(mediaType: string, bytes: Uint8Array): Original {
  if (bytes.length <= PLAIN_BYTES) return { mediaType, base64: Buffer.from(bytes).toString('base64') };
  return { mediaType: `${mediaType}+gzip`, base64: gzipSync(bytes).toString('base64') };
}
