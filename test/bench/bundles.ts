import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf } from '../../local/template/resource-names.ts';
import { readTemplate } from '../../local/template/template.ts';
import { median, milliseconds, type Row } from './row.ts';

const RUNS = 5;
const BUDGET = { ratio: 1.5, kilobytes: 300 };

interface Bundle {
  readonly name: string;
  readonly path: string;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Size of each function's bundle, and what it takes to load, against a handler that does nothing but make the same SDK
 * clients. Of those functions only whose names hold `named`.
 */
export function measureBundles(assembly: string, named: string): Row[] {
  const bundles = bundlesIn(assembly).filter(({ name }) => name.includes(named));
  return bundles.flatMap((bundle) => [coldStart(bundle, assembly), ...sizeOf(bundle)]);
}

function bundlesIn(assembly: string): Bundle[] {
  const template = readTemplate(assembly);
  const names = namesOf(template, (queue) => `http://127.0.0.1:9/${queue}`);
  return names.ofType('AWS::Lambda::Function').flatMap((resource) => {
    const { Runtime, Code, Environment } = names.properties(resource) as LambdaProperties;
    if (!Runtime?.startsWith('nodejs') || !Code.S3Key) return [];
    const path = join(template.assetDirectory(Code.S3Key), 'index.mjs');
    const name = names.physicalName(resource).replace('huiyin-demo-', '');
    return [{ name, path, variables: Environment?.Variables ?? {} }];
  });
}

interface LambdaProperties {
  readonly Runtime?: string;
  readonly Code: { readonly S3Key?: string };
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string>> };
}

function coldStart({ name, path, variables }: Bundle, assembly: string): Row {
  const empty = join(assembly, 'empty', name, 'index.mjs');
  mkdirSync(join(empty, '..'), { recursive: true });
  writeFileSync(empty, emptyHandler(loadedWith(path).join('\n')));
  // By turns, so that a busy moment of the host falls on both.
  const times = Array.from({ length: RUNS }, () => [loadTime(path, variables), loadTime(empty, variables)] as const);
  const [ours, theirs] = [median(times.map(([one]) => one)), median(times.map(([, other]) => other))];
  return {
    what: `cold start, processor time: ${name}`,
    measured: milliseconds(ours),
    baseline: `${milliseconds(theirs)}: empty handler, same SDK clients`,
    ratio: ours / theirs,
    budget: `≤ ${BUDGET.ratio} ×`,
    met: ours / theirs <= BUDGET.ratio,
  };
}

/**
 * Milliseconds of processor time, in a fresh process, until the module is there and its top level has run: what else
 * the host does hardly shows.
 */
function loadTime(path: string, variables: Readonly<Record<string, string>>): number {
  const program = `const began = process.cpuUsage(); await import(${JSON.stringify(path)}); const { user, system } = process.cpuUsage(began); process.stdout.write(String((user + system) / 1000)); process.exit(0);`;
  const env = {
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    ...variables,
  };
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { env, encoding: 'utf8' }));
}

/** The code that is loaded as the function starts: its file, and whatever that imports of the files beside it. */
function loadedWith(path: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const code = readFileSync(path, 'utf8');
  const beside = [...code.matchAll(/(?:from|import)"(\.\/[^"]+)"/g)].map(([, file = '']) => join(path, '..', file));
  return [code, ...beside.flatMap((file) => loadedWith(file, seen))];
}

/** Loads the modules of the SDK that the bundle loads, and makes each client that it makes. */
function emptyHandler(bundle: string): string {
  const imports = [...bundle.matchAll(/import\{([^}]*)\}from"(@(?:aws-sdk|smithy)\/[^"]+)"/g)];
  const modules = new Set(imports.map(([, , from]) => `import '${from}';`));
  const clients = new Map(
    imports.flatMap(([, list = '', from]) =>
      (list.match(/\b(?!DynamoDBDocument)\w+Client\b/g) ?? []).map((client) => [client, from] as const),
    ),
  );
  const made = [...clients].map(([client, from]) => `import { ${client} } from '${from}';\nnew ${client}();`);
  return [...modules, ...made, 'export const handler = async () => {};'].join('\n');
}

/** Of the ways in only: nobody waits for the others. */
function sizeOf({ name, path }: Bundle): Row[] {
  if (!name.startsWith('accept-')) return [];
  const bytes = loadedWith(path).reduce((sum, code) => sum + Buffer.byteLength(code), 0);
  const kilobytes = bytes / 1024;
  return [
    {
      what: `bundle: ${name}`,
      measured: `${kilobytes.toFixed(0)} KB minified, as it starts`,
      baseline: '–',
      budget: `< ${BUDGET.kilobytes} KB`,
      met: kilobytes < BUDGET.kilobytes,
    },
  ];
}
