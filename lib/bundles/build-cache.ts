import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Beside what is installed, and gone with it: `npm ci` begins anew. */
export const KEPT = join(root, 'node_modules', '.cache', 'huiyin');

const HOUR_MS = 3_600_000;

/**
 * What `fill` writes into a folder, kept until one of the files changes that it is made of (patterns that begin at the
 * root of the repository). Processes beside one another share it, and none reads it half written. Nobody may change
 * what lies in it.
 */
export function keptFolder(kind: string, madeOf: readonly string[], fill: (folder: string) => void): string {
  const fingerprint = fingerprintOf(madeOf);
  const folder = join(KEPT, `${kind}-${fingerprint}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  try {
    fill(unfinished);
    // Saved by an editor meanwhile, a file may be in it as it was before or after.
    if (fingerprintOf(madeOf) !== fingerprint) throw new Error(`a source of the ${kind} was changed during the build`);
    forgetOlder(kind);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function fingerprintOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync(patterns, { cwd: root }).toSorted())
    hash.update(file).update(readFileSync(resolve(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Another process may still read one that was made a moment ago. */
function forgetOlder(kind: string): void {
  for (const name of readdirSync(KEPT).filter((one) => one.startsWith(`${kind}-`))) {
    const folder = join(KEPT, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > HOUR_MS) rmSync(folder, { recursive: true, force: true });
  }
}
