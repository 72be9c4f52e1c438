import { openSync } from 'node:fs';

/** Opens a new file for its owner alone. One that is there is not written over: that is told, and ends the process with 1. */
export function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    console.error(`cannot write ${path}: ${(error as NodeJS.ErrnoException).code}`);
    process.exit(1);
  }
}
