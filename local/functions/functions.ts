import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { accountOf } from '../rights/account.ts';
import type { RightsBook } from '../rights/book.ts';
import type { Written } from '../rights/dynamodb-calls.ts';
import { ask, type FunctionRights, rightsOf } from '../rights/functions.ts';
import { standingCalls } from '../rights/standing-calls.ts';
import { functionBehind } from '../template/function-behind.ts';
import { readMappings } from '../template/mappings.ts';
import type { Names } from '../template/resource-names.ts';
import type { Resource, StackTemplate } from '../template/template.ts';
import { type FunctionPool, type FunctionSettings, functionPool } from './function-pool.ts';
import type { LogBook } from './logs.ts';

/** Every function of the stack, and what they are doing. */
export interface Functions {
  /** By any name the template uses, or by its folder name such as "register-complaint". */
  named(name: string): FunctionPool;
  /** Variables of every function together, those of the embedded services among them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly rights: readonly FunctionRights[];
  /** Invocations begun or waiting for a worker. */
  running(): number;
  /** Grows with every invocation begun and every one ended. */
  activity(): number;
  /** Calls back when a function may have written to a table; with nothing where nobody knows what. */
  onWritten(callback: (what: Written | undefined) => void): void;
  stop(): Promise<void>;
}

const FunctionProperties = z.object({
  Handler: z.string().default('index.handler'),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  Code: z.object({ S3Key: z.string() }),
  ReservedConcurrentExecutions: z.coerce.number().default(Number.POSITIVE_INFINITY),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).default({ Variables: {} }),
});

/**
 * Workers of a function that answers people, and of any other. Enough that nobody waits for DynamoDB Local alone; each
 * costs some 30 MB.
 */
const CONCURRENCY = { http: 6, other: 3 };

/**
 * Milliseconds for which other functions wait while somebody is being answered: two cores stand in for a cloud that has
 * room for both.
 */
const COURTESY = { longest: 250, step: 5 };

/** `local`: variables that point a function to the embedded services. They win over the template's. */
export function startFunctions(
  template: StackTemplate,
  names: Names,
  local: Readonly<Record<string, string>>,
  logs: LogBook,
  book: RightsBook,
): Functions {
  const count = { running: 0, answering: 0, activity: 0 };
  const callbacks: ((what: Written | undefined) => void)[] = [];
  const written = (what: Written | undefined) => {
    for (const callback of callbacks) callback(what);
  };
  const counted = (pool: FunctionPool, answers: boolean): FunctionPool => ({
    ...pool,
    async invoke(event) {
      count.running += 1;
      count.activity += 1;
      count.answering += answers ? 1 : 0;
      try {
        if (!answers) await giveWay(() => count.answering > 0);
        return await pool.invoke(event);
      } finally {
        count.running -= 1;
        count.activity += 1;
        count.answering -= answers ? 1 : 0;
      }
    },
  });

  const answering = new Set(
    names.ofType('AWS::ApiGatewayV2::Integration').map((integration) => functionBehind(integration, names).logicalId),
  );
  const pools = new Map<string, FunctionPool>();
  const environment: Record<string, string> = { AWS_REGION: template.region };
  const account = accountOf(names, template);
  const mappings = readMappings(names);
  const rights: FunctionRights[] = [];
  for (const resource of names.ofType('AWS::Lambda::Function')) {
    const answers = answering.has(resource.logicalId);
    const own = rightsOf(resource, names, account);
    const note = book.noteFor(own);
    for (const call of standingCalls(resource, names, account, mappings)) note(ask(own, call));
    rights.push(own);
    const concurrency = answers ? CONCURRENCY.http : CONCURRENCY.other;
    const settings = { ...settingsOf(resource, template, names, local, concurrency), rights: own };
    Object.assign(environment, settings.environment);
    const ears = { log: logs.of(settings.functionName), note, written };
    pools.set(resource.logicalId, counted(functionPool(settings, ears), answers));
  }

  return {
    named(name) {
      const pool = pools.get(name) ?? [...pools.values()].find((one) => one.name === name) ?? onlyOneLike(name, pools);
      if (!pool) throw new Error(`no function is called ${name}; there are ${[...pools.keys()].join(', ')}`);
      return pool;
    },
    environment,
    rights,
    running: () => count.running,
    activity: () => count.activity,
    onWritten: (callback) => void callbacks.push(callback),
    async stop() {
      await Promise.all([...pools.values()].map((pool) => pool.kill()));
    },
  };
}

async function giveWay(isTaken: () => boolean): Promise<void> {
  const end = performance.now() + COURTESY.longest;
  while (isTaken() && performance.now() < end) await delay(COURTESY.step);
}

function settingsOf(
  resource: Resource,
  template: StackTemplate,
  names: Names,
  local: Readonly<Record<string, string>>,
  concurrency: number,
): Omit<FunctionSettings, 'rights'> {
  const properties = FunctionProperties.parse(names.properties(resource));
  const functionName = names.physicalName(resource);
  const { Variables: variables } = properties.Environment;
  return {
    directory: template.assetDirectory(properties.Code.S3Key),
    handler: properties.Handler,
    functionName,
    memorySize: properties.MemorySize,
    timeout: properties.Timeout,
    environment: {
      ...variables,
      // What stands in for the transports hands on nothing, so nothing has to be withheld from it.
      ...(variables.REACH !== undefined && { REACH: 'everyone' }),
      AWS_REGION: template.region,
      AWS_LAMBDA_FUNCTION_NAME: functionName,
      // As in Lambda there is one; here it tells in whose name an address was signed.
      AWS_SESSION_TOKEN: functionName,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
      ...local,
    },
    concurrency: Math.min(concurrency, properties.ReservedConcurrentExecutions),
  };
}

/** "register-complaint" finds RegisterComplaint1A2B3C4D. */
function onlyOneLike(name: string, pools: ReadonlyMap<string, FunctionPool>): FunctionPool | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const like = [...pools].filter(([logicalId]) => plain(logicalId).includes(plain(name)));
  return like.length === 1 ? like[0]![1] : undefined;
}
