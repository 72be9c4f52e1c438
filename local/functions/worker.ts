import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Written } from '../rights/dynamodb-calls.ts';
import type { FunctionRights, RightsNote } from '../rights/functions.ts';
import { guardCalls } from '../rights/guard.ts';

/** What a worker thread is told at its birth. */
export interface WorkerData {
  readonly directory: string;
  /** As in the template: file without its ending, a dot, the name of the export. */
  readonly handler: string;
  readonly functionName: string;
  readonly memorySize: number;
  readonly rights: FunctionRights;
}

export interface Invocation {
  readonly requestId: string;
  readonly event: unknown;
  /** Real time, milliseconds since 1970: a time limit is real even where the calendar is not. */
  readonly deadline: number;
}

export type Outcome =
  | { readonly requestId: string; readonly result: unknown }
  | { readonly requestId: string; readonly failure: { readonly name: string; readonly message: string } };

type Handler = (event: unknown, context: unknown) => unknown;

/** What a worker tells, beside that it is ready. `written`: what it may have changed in a table. */
export type Message = Outcome | { readonly note: RightsNote } | { readonly written: Written };

const { directory, handler: path, functionName, memorySize, rights } = workerData as WorkerData;
readQuickly();
const tell = (message: Message) => parentPort!.postMessage(message);
guardCalls(
  rights,
  (note) => tell({ note }),
  (written) => tell({ written }),
);
const handler = await load();
parentPort!.on('message', answer);
parentPort!.postMessage('ready');

/** A client of the AWS SDK is the one file beside this one, and what V8 made of a file is kept for the next worker. */
function readQuickly(): void {
  registerHooks({
    resolve(name, context, next) {
      const file = join(import.meta.dirname, `${name}.mjs`);
      return name.startsWith('@aws-sdk/') && existsSync(file)
        ? next(pathToFileURL(file).href, context)
        : next(name, context);
    },
  });
  enableCompileCache(join(import.meta.dirname, '..', 'compiled'));
}

async function load(): Promise<Handler> {
  const [file = '', name = ''] = path.split('.');
  const found = ['.mjs', '.js', '.cjs'].map((ending) => join(directory, file + ending)).find(existsSync);
  if (!found) throw new Error(`no ${file}.mjs or ${file}.js among the code of ${functionName}`);
  const module = await import(pathToFileURL(found).href);
  const loaded = module[name] ?? module.default?.[name];
  if (typeof loaded !== 'function') throw new Error(`${found} does not export ${name}`);
  flushCompileCache();
  return loaded;
}

async function answer({ requestId, event, deadline }: Invocation): Promise<void> {
  try {
    const result = await handler(event, contextFor(requestId, deadline));
    tell({ requestId, result });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    tell({ requestId, failure: { name, message } });
  }
}

function contextFor(awsRequestId: string, deadline: number) {
  return {
    awsRequestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: String(memorySize),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
