import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Within the project, where the AWS SDK is found that the functions use too. */
const FOLDER = join(import.meta.dirname, '..', 'node_modules', '.cache', 'huiyin');

let built: string | undefined;

/**
 * The file of worker.ts as JavaScript, built once in a process: Node would read the TypeScript anew in every thread, and
 * take three times as long to start one.
 */
export function workerModule(): string {
  built ??= build();
  return built;
}

/** Named by what is in it, so that processes beside one another share it, and none reads it half written. */
function build(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    external: ['@aws-sdk/*', '@smithy/*'],
    logLevel: 'error',
  });
  const { text } = outputFiles[0]!;
  const file = join(FOLDER, `worker-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.mjs`);
  if (existsSync(file)) return file;
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
  return file;
}
