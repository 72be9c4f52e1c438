import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listening } from '../../local/ports.ts';
import { assemblyOf } from '../support/shared.ts';
import { processesMarked } from './fixture/processes.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'local', 'main.ts');

interface Run {
  readonly child: ChildProcess;
  output(): string;
  ended(): Promise<{ code: number; output: string }>;
  /** Processes that it started and that are still there. */
  left(): readonly string[];
}

const started: ChildProcess[] = [];
// A test that fails leaves nothing running either.
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts the runner as `npm start` would. What it starts inherits a mark in its environment. */
function start(...args: readonly string[]): Run {
  const mark = `HUIYIN_TEST_RUN=${randomUUID()}`;
  const env = Object.fromEntries([...Object.entries(process.env), mark.split('=')]);
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const closed = once(child, 'close');
  started.push(child);
  return {
    child,
    output: () => output,
    ended: async () => ({ code: (await closed)[0], output }),
    left: () => processesMarked(mark),
  };
}

/** An empty province on free ports, of the assembly that all tests share. */
const ready = async () => [
  '--empty',
  '--port',
  '0',
  '--desk-port',
  '0',
  '--smtp-port',
  '0',
  '--assembly',
  await assemblyOf('demo'),
];

describe('npm start', () => {
  it('says in one line that a port is taken', async () => {
    const taken = createServer();
    const port = await listening(taken, 0, 'test');
    const { code, output } = await start('--empty', '--port', String(port), '--smtp-port', '0').ended();
    taken.close();
    expect({ code, last: output.trim().split('\n').at(-1) }).toEqual({
      code: 1,
      last: `huiyin: port ${port} (HTTP) is in use`,
    });
  });

  it.each([
    [['--province', 'atlantis'], 'there is no province atlantis'],
    [['--port', 'front'], '"front" is no port'],
    [['--fast'], "Unknown option '--fast'"],
  ])('with %j says what is wrong and ends', async (args, complaint) => {
    const { code, output } = await start(...args).ended();
    expect(code).toBe(1);
    expect(output).toContain(`huiyin: ${complaint}`);
    expect(output).not.toContain('    at ');
  });

  it.runIf(existsSync('/proc/self/environ')).each(['SIGTERM', 'SIGKILL'] as const)(
    'leaves no process behind when %s comes while DynamoDB Local is starting',
    async (signal) => {
      const run = start(...(await ready()));
      const hasJava = () => run.left().some((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('java'));
      await expect.poll(hasJava, { timeout: 60_000, interval: 50 }).toBe(true);
      run.child.kill(signal);
      await run.ended();
      await expect.poll(run.left, { timeout: 5_000 }).toEqual([]);
    },
    90_000,
  );

  it.runIf(existsSync('/proc/self/environ'))(
    'says in one line that a service has died, and ends',
    async () => {
      const run = start(...(await ready()));
      await expect.poll(run.output, { timeout: 60_000, interval: 100 }).toContain('Ctrl-C');
      const java = run.left().find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('java'));
      process.kill(Number(java), 'SIGKILL');
      const { code, output } = await run.ended();
      expect(code).toBe(1);
      expect(output.trim().split('\n').at(-1)).toBe('huiyin: DynamoDB Local ended (SIGKILL)');
    },
    90_000,
  );

  it('stays up until Ctrl-C, which ends everything', async () => {
    const run = start(...(await ready()));
    await expect.poll(run.output, { timeout: 60_000, interval: 100 }).toContain('Ctrl-C');
    const [, url] = /API +(http:\/\/127\.0\.0\.1:\d+)/.exec(run.output())!;
    expect((await fetch(`${url}/v1/health`)).status).toBe(200);
    run.child.kill('SIGINT');
    await run.ended();
    if (existsSync('/proc/self/environ')) await expect.poll(run.left, { timeout: 5_000 }).toEqual([]);
    await expect(fetch(`${url}/v1/health`)).rejects.toThrow();
  }, 90_000);
});
