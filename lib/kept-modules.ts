import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KEPT, keptFolder } from './kept-folder.ts';
import { buildModules } from './modules.ts';

const root = join(import.meta.dirname, '..');

/** All files that functions are made of. What the packages hold is told by the lock file. */
export const MADE_OF = [
  '{adapters,domain,functions,usecases}/**/*.ts',
  'lib/modules.ts',
  'package-lock.json',
  'tsconfig.json',
];

const PREFIX = 'modules-';
const HOUR_MS = 3_600_000;

/**
 * The folder in which each function lies as one module. A build takes twenty seconds of a processor and is the same for
 * every province, so it is kept until a file of it changes. Nobody may change what lies in it.
 */
export function keptModules(): string {
  const name = PREFIX + fingerprint();
  return keptFolder(name, (folder) => {
    buildModules(folder);
    // Saved by an editor meanwhile, a file may be in it as it was before or after.
    if (PREFIX + fingerprint() !== name) throw new Error('a source was changed while the functions were built');
    forgetOlder();
  });
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(MADE_OF, { cwd: root }).toSorted())
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Another process may still copy from one that was made a moment ago. */
function forgetOlder(): void {
  for (const name of readdirSync(KEPT).filter((one) => one.startsWith(PREFIX))) {
    const folder = join(KEPT, name);
    if (Date.now() - statSync(folder).mtimeMs > HOUR_MS) rmSync(folder, { recursive: true, force: true });
  }
}
