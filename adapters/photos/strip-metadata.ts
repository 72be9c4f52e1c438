import { mediaTypeOf } from '../../domain/attachments/media-type.ts';
import type { KeptFile } from '../../usecases/intake/kept-file.ts';
import { cleanPhoto } from './clean-photo.ts';
import { stripPosition } from './strip-position.ts';

/**
 * A file as staff may open it: a photo cleaned, any other picture, film or recording without the place where it was
 * made, and everything else as it came. `declared` is what its sender calls it.
 */
export function stripMetadata(bytes: Uint8Array, declared: string): KeptFile {
  const photo = cleanPhoto(bytes);
  if (photo) return photo;
  const mediaType = mediaTypeOf(bytes, declared);
  return { bytes: /^(?:image|video|audio)\//.test(mediaType) ? stripPosition(bytes) : bytes, mediaType };
}
