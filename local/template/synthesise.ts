import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Assembly {
  readonly directory: string;
  remove(): Promise<void>;
}

/**
 * Synthesises the CDK app for one province into a folder of its own. What the app complains about is the error's
 * message.
 */
export async function synthesise(province: string, signal?: AbortSignal): Promise<Assembly> {
  const output = join(ROOT, 'cdk.out');
  await mkdir(output, { recursive: true });
  // Within the repository, so that the bundles find the AWS SDK that Lambda's runtime would bring.
  await removeOrphans(output);
  const directory = await mkdtemp(join(output, `local-${process.pid}-`));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    await runApp(province, directory, signal);
    // Lambda takes a .js file for CommonJS; the repository's own package.json would make it a module.
    await writeFile(join(directory, 'package.json'), '{"type":"commonjs"}\n');
    return { directory, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** What a process left that was killed before it could clean up. */
async function removeOrphans(output: string): Promise<void> {
  const owned = (await readdir(output)).map((name) => ({ name, pid: Number(/^local-(\d+)-/.exec(name)?.[1]) }));
  const orphans = owned.filter(({ pid }) => pid > 0 && !isAlive(pid));
  await Promise.all(orphans.map(({ name }) => rm(join(output, name), { recursive: true, force: true })));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function runApp(province: string, directory: string, signal?: AbortSignal): Promise<void> {
  const app = spawn(process.execPath, [join(ROOT, 'bin', 'huiyin.ts')], {
    cwd: ROOT,
    env: {
      ...process.env,
      CDK_OUTDIR: directory,
      CDK_CONTEXT_JSON: JSON.stringify({ province }),
      // What CloudFormation would say of the template takes longer than all the rest, and is of no use to this machine.
      CDK_VALIDATION: 'false',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal && { signal }),
  });
  let complaints = '';
  app.stderr.on('data', (text) => {
    complaints += text;
  });
  const [code] = await once(app, 'close');
  if (code !== 0) throw new Error(`the stack does not synthesise: ${inOneLine(complaints) || `exit code ${code}`}`);
}

const NOISE = /^(at |node:|file:|Node\.js v|\^|throw |triggerUncaught|Bundling asset)/;

/** What a person can use of it: no stack frames, no source lines. */
function inOneLine(text: string): string {
  const [told = ''] = text.split('Relates to construct');
  const lines = told.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line && !NOISE.test(line))
    .join(' | ')
    .slice(0, 1_000);
}
