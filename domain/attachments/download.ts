import { withExtension } from './file-name.ts';

/** As what a file that somebody sent is handed to staff. */
export interface Download {
  /** ASCII, safe in a header. */
  readonly fileName: string;
  readonly mediaType: string;
}

/** A browser would run what a stranger wrote. */
const ACTIVE = 'text/html';

/**
 * A file is handed out by receipt and number, since the name that its sender gave it would stand in an address, and
 * others log addresses. A type that we do not know, or that is active, is told as mere bytes, and its name ends so that
 * nothing opens by itself.
 */
export function downloadOf(receipt: string, number: number, mediaType: string): Download {
  const plain = `${receipt}-${number}`;
  const fileName = mediaType === ACTIVE ? plain : withExtension(plain, mediaType);
  return fileName === plain
    ? { fileName: `${plain}.bin`, mediaType: 'application/octet-stream' }
    : { fileName, mediaType };
}
