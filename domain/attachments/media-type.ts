import { documentIn, textTypeOf } from './contents.ts';
import { heifTypeOf } from './heif.ts';

/** What the first bytes of a file say, each at its offset; "?" stands for any byte. */
const SIGNATURES: readonly [mediaType: string, offset: number, signature: string][] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 0, 'RIFF????WEBP'],
  ['image/bmp', 0, 'BM????\0\0\0\0'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['video/quicktime', 4, 'ftypqt'],
  ['audio/mp4', 4, 'ftypM4A'],
  ['video/3gpp', 4, 'ftyp3gp'],
  ['video/mp4', 4, 'ftyp'],
  ['video/x-msvideo', 0, 'RIFF????AVI '],
  ['audio/wav', 0, 'RIFF????WAVE'],
  ['audio/amr', 0, '#!AMR'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\xff\xfb'],
  ['audio/mpeg', 0, '\xff\xf3'],
  ['audio/ogg', 0, 'OggS'],
  ['application/pdf', 0, '%PDF-'],
  ['application/rtf', 0, '{\\rtf'],
  ['application/x-ole-storage', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/x-rar-compressed', 0, 'Rar!\x1a\x07'],
  ['application/x-7z-compressed', 0, "7z\xbc\xaf'\x1c"],
  ['application/gzip', 0, '\x1f\x8b\x08'],
  ['application/ms-tnef', 0, '\x78\x9f\x3e\x22'],
  ['application/x-msdownload', 0, 'MZ'],
  ['application/x-elf', 0, '\x7fELF'],
];

/** Formats that are containers of others: what the sender says of them is finer than what the bytes do. */
const CONTAINERS: ReadonlyMap<string, RegExp> = new Map([
  ['application/zip', /^application\/(vnd\.openxmlformats-|vnd\.oasis\.|vnd\.ms-|epub|java-archive|x-zip)/],
  ['application/x-ole-storage', /^application\/(msword|vnd\.ms-|x-hwp)/],
]);

const UNKNOWN = 'application/octet-stream';

/**
 * As declared, in small letters and without parameters; what is no `type/subtype` (RFC 6838) says nothing, and no
 * header could carry it.
 */
export function plainMediaType(declared: string): string {
  const [type = ''] = declared.toLowerCase().split(';');
  return /^[a-z0-9][\w.+-]{0,126}\/[a-z0-9][\w.+-]{0,126}$/.test(type.trim()) ? type.trim() : UNKNOWN;
}

/**
 * What a file is: as its bytes say, else as declared, and never what no header could carry. A name or label alone turns
 * no program into a picture; where a label says nothing, what is in an archive does, or that it is text.
 */
export function mediaTypeOf(bytes: Uint8Array, declared: string): string {
  const label = plainMediaType(declared);
  const found = heifTypeOf(bytes) ?? SIGNATURES.find(([, offset, signature]) => matches(bytes, offset, signature))?.[0];
  if (!found) return label === UNKNOWN ? (textTypeOf(bytes) ?? UNKNOWN) : label;
  return documentIn(bytes, found) ?? (CONTAINERS.get(found)?.test(label) ? label : found);
}

function matches(bytes: Uint8Array, offset: number, signature: string): boolean {
  return [...signature].every((sign, index) => sign === '?' || bytes[offset + index] === sign.charCodeAt(0));
}
