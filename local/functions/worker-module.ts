import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { keptFolder } from '../../lib/bundles/build-cache.ts';

const ROOT = join(import.meta.dirname, '../..');
const Package = z.object({ dependencies: z.record(z.string(), z.string()) });

let built: string | undefined;

/**
 * The file of worker.ts as JavaScript, built once, with the AWS SDK beside it, each client in one file:
 * Node would read hundreds of files anew in every thread, and take three times as long to start one.
 */
export function workerModule(): string {
  built ??= build();
  return join(built, 'worker.mjs');
}

/** All files that it is made of. What the packages hold is told by the lock file. */
const MADE_OF = ['local/**/*.ts', 'package.json', 'package-lock.json'];

function build(): string {
  return keptFolder('worker', MADE_OF, (folder) => {
    for (const { path, contents } of bundled()) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents);
    }
  });
}

/** What the worker and the functions share of the SDK stands in one file: what guards its calls guards theirs. */
function bundled(): readonly { readonly path: string; readonly contents: Uint8Array }[] {
  const { dependencies } = Package.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const clients = Object.keys(dependencies).filter((name) => name.startsWith('@aws-sdk/'));
  const { outputFiles, metafile } = buildSync({
    entryPoints: { worker: join(import.meta.dirname, 'worker.ts'), ...Object.fromEntries(clients.map((n) => [n, n])) },
    absWorkingDir: ROOT,
    outdir: '/',
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const unknown = Object.keys(metafile.inputs).find((file) => !/^(local|node_modules)\//.test(file));
  if (unknown !== undefined) throw new Error(`MADE_OF does not hold ${unknown}`);
  return outputFiles;
}
