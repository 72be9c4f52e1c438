const AVIF = /^avi[fs]$/;
/** ISO/IEC 23008-12: single pictures, bursts and sequences, and what is written as neither. */
const HEIF = /^(he[iv][a-z]|heif|mif[12]|msf1|miaf)$/;

/** The most that a reader looks at: no file lists more. */
const MOST_BRANDS = 64;

/**
 * The type of a picture in the container of HEIC and AVIF, by all the brands in its first box: phones name the one that
 * they like best, and others after it. Undefined for films, which use the same container.
 */
export function heifTypeOf(bytes: Uint8Array): 'image/avif' | 'image/heic' | undefined {
  if (textAt(bytes, 4) !== 'ftyp') return undefined;
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 4 * MOST_BRANDS);
  const brands = [textAt(bytes, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(textAt(bytes, at));
  if (brands.some((brand) => AVIF.test(brand))) return 'image/avif';
  return brands.some((brand) => HEIF.test(brand)) ? 'image/heic' : undefined;
}

const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
