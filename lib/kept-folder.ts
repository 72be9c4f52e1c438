import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Beside what is installed, and gone with it: `npm ci` begins anew. */
export const KEPT = join(import.meta.dirname, '..', 'node_modules', '.cache', 'huiyin');

/**
 * What `fill` writes into a folder, kept under a name that tells what it was made of. Processes beside one another
 * share it, and none reads it half written.
 */
export function keptFolder(name: string, fill: (folder: string) => void): string {
  const folder = join(KEPT, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  try {
    fill(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
