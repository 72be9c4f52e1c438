import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const functions = join(root, 'functions');

/** Source maps name their sources from here, wherever the modules are written: the same code is the same bytes. */
const BUILT_AT = join(root, 'cdk.out', 'modules');

// CommonJS dependencies, such as nodemailer, still ask for `require`. The long name keeps clear of the minifier's short
// ones.
const REQUIRE =
  "import{createRequire as createRequireForBundle}from'node:module';const require=createRequireForBundle(import.meta.url);";

const SETTINGS = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // The runtime brings the AWS SDK.
  external: ['@aws-sdk/*', '@smithy/*'],
  banner: { js: REQUIRE },
  logLevel: 'error',
} as const satisfies BuildOptions;

const LATER = 'dynamic-import';

/** Every folder of `functions/` that is a function, and not what some share. */
const functionNames = (): string[] =>
  readdirSync(functions).filter((name) => existsSync(join(functions, name, 'index.ts')));

/**
 * Writes each function as one module with its source map to `<folder>/<name>/`. What a function loads only when it is
 * asked for it (`await import`) lies in a file of its own, and imports what the start has loaded: injected, since
 * esbuild would give a file to every set of those that share some code, and each file costs a start some two
 * milliseconds. The same code gives the same bytes in whatever folder.
 */
export function buildModules(folder: string, names: readonly string[] = functionNames()): void {
  const sourceOf = (name: string) => join(functions, name, 'index.ts');
  const entryPoints = Object.fromEntries(names.map((name) => [join(name, 'index'), sourceOf(name)]));
  const { inputs, outputs } = build({ entryPoints, outdir: BUILT_AT }, folder);
  const isLazy = (file: string) => inputs[file]?.imports.some(({ kind, external }) => kind === LATER && !external);
  for (const { entryPoint, inputs: files } of Object.values(outputs)) {
    if (!entryPoint || !Object.keys(files).some(isLazy)) continue;
    const outdir = join(BUILT_AT, basename(dirname(entryPoint)));
    build({ entryPoints: { index: entryPoint }, inject: [entryPoint], outdir, splitting: true }, folder);
  }
}

/** Builds as if for BUILT_AT, and writes to `folder`. */
function build(options: BuildOptions, folder: string) {
  const { outputFiles, metafile } = buildSync({ ...SETTINGS, ...options, write: false, metafile: true });
  for (const { path, contents } of outputFiles) {
    const file = join(folder, relative(BUILT_AT, path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  return metafile;
}
