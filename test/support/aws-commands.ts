import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What AWS CLI takes of one operation; kept in aws-commands.json, written from Amazon's own models. */
interface Operation {
  readonly required: readonly string[];
  /** By name; a `blob` is base64 to AWS CLI v2 unless the command says otherwise. */
  readonly options: Readonly<Record<string, 'blob' | 'boolean' | 'other'>>;
  /** Whether the name of a file for what comes back stands last. */
  readonly hasOutput: boolean;
}

export type Operations = Readonly<Record<string, Operation>>;

/** Options of every command. */
const OF_ALL = ['cli-binary-format', 'output', 'profile', 'query', 'region'];

/** A command as a shell would split it: `aws lambda invoke …`; one in the middle of a sentence may be named by its name alone. */
export interface AwsCommand {
  readonly operation: string;
  readonly words: readonly string[];
}

/** Every command of AWS CLI that a page gives or names. */
export function awsCommandsIn(page: string): readonly AwsCommand[] {
  const lines = page.replaceAll(/\\\n\s*/g, ' ').matchAll(/(?:^[ \t]*|`)(aws (?:'[^']*'|"[^"]*"|[^`\n'"|])+)/gm);
  return [...lines].map(([, line]) => {
    const words = [...line!.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, plain]) => one ?? two ?? plain!);
    return { operation: words.slice(1, 3).join(' '), words: words.slice(3) };
  });
}

/** What AWS CLI would not take of a command. */
export function faultsIn({ operation, words }: AwsCommand, operations: Operations): readonly string[] {
  const known = operations[operation];
  if (!known) return [`aws ${operation} is not known`];
  if (words.length === 0) return [];
  const given = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')[0]!);
  const meant = given.map((name) => (known.options[name.replace(/^no-/, '')] === 'boolean' ? name.slice(3) : name));
  const blobs = meant.filter((name) => known.options[name] === 'blob');
  const isRaw = words.join(' ').includes('--cli-binary-format raw-in-base64-out');
  return [
    ...meant
      .filter((name) => !(name in known.options) && !OF_ALL.includes(name))
      .map((name) => `--${name} is not known`),
    ...known.required.filter((name) => !meant.includes(name)).map((name) => `--${name} is missing`),
    ...(isRaw ? [] : blobs.map((name) => `--${name} would be taken for base64`)),
    ...(known.hasOutput && words.at(-2)?.startsWith('--') ? ['the file for the answer is missing'] : []),
  ];
}

/** Where AWS CLI keeps Amazon's models, on a machine that has it. */
export function modelsFolder(): string | undefined {
  try {
    const where = 'import botocore, os; print(os.path.join(botocore.__path__[0], "data"))';
    return execFileSync('python3', ['-c', where], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}

interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly payload?: string;
}

interface Model {
  readonly operations: Readonly<
    Record<string, { readonly input?: { shape: string }; readonly output?: { shape: string } }>
  >;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const dashed = (name: string): string =>
  name
    .replaceAll(/ARNs\b/g, 'Arns')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

/** The operations of those names as the models have them; one that there is not is left out. */
export function operationsIn(folder: string, names: readonly string[]): Operations {
  const found = [...new Set(names)].toSorted().flatMap((name) => {
    const [service = '', command] = name.split(' ');
    if (!existsSync(join(folder, service))) return [];
    const version = readdirSync(join(folder, service)).toSorted().at(-1)!;
    const file = readFileSync(join(folder, service, version, 'service-2.json.gz'));
    const model: Model = JSON.parse(gunzipSync(file).toString());
    const operation = Object.keys(model.operations).find((one) => dashed(one) === command);
    return operation === undefined ? [] : [[name, operationOf(model, operation)] as const];
  });
  return Object.fromEntries(found);
}

function operationOf({ operations, shapes }: Model, name: string): Operation {
  const { input, output } = operations[name]!;
  const { required = [], members = {} } = shapes[input?.shape ?? ''] ?? {};
  const { payload, members: answered = {} } = shapes[output?.shape ?? ''] ?? {};
  const typeOf = (shape: string) => {
    const { type } = shapes[shape]!;
    return type === 'blob' || type === 'boolean' ? type : 'other';
  };
  return {
    required: required.map(dashed),
    options: Object.fromEntries(Object.entries(members).map(([key, { shape }]) => [dashed(key), typeOf(shape)])),
    hasOutput: payload !== undefined && typeOf(answered[payload]!.shape) === 'blob',
  };
}
