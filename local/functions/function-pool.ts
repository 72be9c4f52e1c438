import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { Written } from '../rights/dynamodb-calls.ts';
import type { RightsNote } from '../rights/functions.ts';
import type { Message, Outcome, WorkerData } from './worker.ts';
import { workerModule } from './worker-module.ts';

export interface FunctionSettings extends WorkerData {
  /** Seconds. */
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
  /** How many events it may work on at once, each in a worker of its own. */
  readonly concurrency: number;
}

/** The workers of one function. Each takes one event at a time and stays warm, as Lambda's do. */
export interface FunctionPool {
  readonly name: string;
  /**
   * Resolves to what the handler returned; rejects with an `InvocationError` when it threw, ran out of time or memory,
   * or was killed.
   */
  invoke(event: unknown): Promise<unknown>;
  /** Resolves when a worker is next given an event. */
  atWork(): Promise<void>;
  /** Ends every worker at once, whatever it is doing. The next event gets a new one. */
  kill(): Promise<void>;
}

class InvocationError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

interface Job {
  readonly event: unknown;
  readonly since: number;
  resolve(result: unknown): void;
  reject(error: InvocationError): void;
}

interface Member {
  readonly worker: Worker;
  ready: boolean;
  job?: Job | undefined;
  requestId?: string | undefined;
  timer?: NodeJS.Timeout | undefined;
}

/**
 * So many workers start as soon as they have something to do; each further one when events have waited so many
 * milliseconds for those that are there. A start costs as much as dozens of events.
 */
const AT_ONCE = 2;
const PATIENCE_MS = 250;

/** Who hears of what the workers of a function do. */
export interface Ears {
  /** Every line that it prints. */
  readonly log: (line: string) => void;
  /** What its role allowed and refused. */
  readonly note: (note: RightsNote) => void;
  /** What it may have changed in a table; undefined where nobody knows. */
  readonly written: (what: Written | undefined) => void;
}

export function functionPool(settings: FunctionSettings, { log, note, written }: Ears): FunctionPool {
  const waiting: Job[] = [];
  const members = new Set<Member>();
  let given = Promise.withResolvers<void>();
  let lastStart = 0;
  let later: NodeJS.Timeout | undefined;

  const pump = () => {
    for (const member of members) {
      if (waiting.length === 0) return;
      if (member.ready && !member.job) start(member, waiting.shift()!);
    }
    const starting = [...members].filter(({ ready }) => !ready).length;
    for (let short = waiting.length - starting; short > 0 && mayAdd(); short -= 1) add();
    clearTimeout(later);
    if (waiting.length > 0 && members.size < settings.concurrency) later = setTimeout(pump, PATIENCE_MS).unref();
  };

  const mayAdd = (): boolean => {
    if (members.size >= settings.concurrency) return false;
    const since = Math.max(waiting[0]!.since, lastStart);
    return members.size < AT_ONCE || performance.now() - since >= PATIENCE_MS;
  };

  const start = (member: Member, job: Job) => {
    const requestId = randomUUID();
    Object.assign(member, { job, requestId });
    member.timer = setTimeout(
      () => remove(member, new InvocationError('Sandbox.Timedout', `Task timed out after ${settings.timeout} seconds`)),
      settings.timeout * 1000,
    );
    member.worker.postMessage({ requestId, event: job.event, deadline: Date.now() + settings.timeout * 1000 });
    given.resolve();
    given = Promise.withResolvers();
  };

  const finish = (member: Member): Job | undefined => {
    const { job } = member;
    clearTimeout(member.timer);
    member.job = undefined;
    return job;
  };

  /**
   * Takes a worker out; its job fails with `reason`, once the thread has ended for good. So does one that waited for a
   * worker which could not even start.
   */
  const remove = (member: Member, reason: InvocationError): Promise<unknown> => {
    if (!members.delete(member)) return Promise.resolve();
    const job = finish(member) ?? (member.ready ? undefined : waiting.shift());
    pump();
    return member.worker.terminate().then(() => {
      // It may have written something and ended before it could say so.
      written(undefined);
      job?.reject(reason);
    });
  };

  const add = () => {
    lastStart = performance.now();
    const member: Member = { worker: newWorker(settings, log), ready: false };
    members.add(member);
    member.worker.on('message', (message: 'ready' | Message) => {
      if (message === 'ready') member.ready = true;
      else if ('note' in message) return note(message.note);
      else if ('written' in message) return written(message.written);
      else if (message.requestId === member.requestId) settle(finish(member), message);
      pump();
    });
    member.worker.on('error', (error: Error) => void remove(member, new InvocationError(error.name, error.message)));
    member.worker.on('exit', () => void remove(member, new InvocationError('Runtime.ExitError', 'the runtime exited')));
  };

  return {
    name: settings.functionName,
    invoke: (event) =>
      new Promise((resolve, reject) => {
        waiting.push({ event, since: performance.now(), resolve, reject });
        pump();
      }),
    atWork: () => given.promise,
    async kill() {
      const killed = new InvocationError('Runtime.Killed', 'the worker was killed');
      await Promise.all([...members].map((member) => remove(member, killed)));
    },
  };
}

function settle(job: Job | undefined, outcome: Outcome): void {
  if ('failure' in outcome) job?.reject(new InvocationError(outcome.failure.name, outcome.failure.message));
  else job?.resolve(outcome.result);
}

function newWorker(settings: FunctionSettings, log: (line: string) => void): Worker {
  const worker = new Worker(workerModule(), {
    workerData: settings satisfies WorkerData,
    env: { ...settings.environment },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: settings.memorySize },
    stdout: true,
    stderr: true,
  });
  createInterface({ input: worker.stdout }).on('line', log);
  createInterface({ input: worker.stderr }).on('line', log);
  return worker;
}
