import { readFileSync } from 'node:fs';

/** The bytes of a file, or of what comes in for "-". Ends the process where they cannot be read. */
export function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    console.error(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
    process.exit(1);
  }
}
