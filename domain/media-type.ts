/** What bytes are, and how the name of a file with them ends. */
export interface MediaType {
  readonly mediaType: string;
  readonly ending: string;
}

const OTHER: MediaType = { mediaType: 'application/octet-stream', ending: 'bin' };

type Rule = readonly [
  mediaType: string,
  ending: string,
  ...marks: readonly (readonly [offset: number, text: string])[],
];

/** Marks at their offsets, read as Latin-1. The first line whose marks are all there says what it is. */
const RULES: readonly Rule[] = [
  ['image/jpeg', 'jpg', [0, '\xff\xd8\xff']],
  ['image/png', 'png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/gif', 'gif', [0, 'GIF8']],
  ['image/webp', 'webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/heic', 'heic', [4, 'ftyphei']],
  ['image/heic', 'heic', [4, 'ftypmif1']],
  ['image/bmp', 'bmp', [0, 'BM'], [6, '\0\0\0\0']],
  ['video/quicktime', 'mov', [4, 'ftypqt  ']],
  ['audio/mp4', 'm4a', [4, 'ftypM4A']],
  ['video/mp4', 'mp4', [4, 'ftyp']],
  ['audio/amr-wb', 'awb', [0, '#!AMR-WB\n']],
  ['audio/amr', 'amr', [0, '#!AMR\n']],
  ['audio/silk', 'silk', [0, '\x02#!SILK']],
  ['audio/silk', 'silk', [0, '#!SILK']],
  ['audio/ogg', 'ogg', [0, 'OggS']],
  ['audio/wav', 'wav', [0, 'RIFF'], [8, 'WAVE']],
  ['audio/mpeg', 'mp3', [0, 'ID3']],
  ['audio/mpeg', 'mp3', [0, '\xff\xfb']],
  ['audio/mpeg', 'mp3', [0, '\xff\xf3']],
  ['audio/mpeg', 'mp3', [0, '\xff\xf2']],
  ['application/pdf', 'pdf', [0, '%PDF-']],
];

/** By the first bytes and nothing else: what a sender or a header calls it may be wrong, or a lie. Never a type that a browser would run. */
export function mediaTypeOf(bytes: Uint8Array): MediaType {
  const isAt = ([offset, text]: readonly [number, string]) =>
    [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0));
  const found = RULES.find(([, , ...marks]) => marks.every(isAt));
  return found ? { mediaType: found[0], ending: found[1] } : OTHER;
}
