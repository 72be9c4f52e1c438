import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';

/** Opens a new file for its owner alone. One that is there is not written over: that is told, and ends the process with 1. */
export function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    console.error(`cannot write ${path}: ${(error as NodeJS.ErrnoException).code}`);
    process.exit(1);
  }
}

/** Writes a new file line by line, each of them JSON. One that could not be written to its end is taken away: nobody takes it for the whole. */
export async function writeNew(path: string, work: (write: (line: object) => void) => Promise<void>): Promise<void> {
  const output = openNew(path);
  try {
    await work((line) => writeSync(output, `${JSON.stringify(line)}\n`));
  } catch (error) {
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(output);
  }
}
