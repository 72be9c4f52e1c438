import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readCaseRules } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import type { LocalStack } from '../../local/local-stack.ts';
import { startLocalStack } from '../../local/stack.ts';
import { type CaseStore, commandCase } from '../../usecases/cases/command-case.ts';
import { readCaseTable } from '../e2e/support/inside.ts';
import { demoConfig } from '../support/demo-config.ts';
import { staffOf } from '../support/rules.ts';
import { timesOfBareCalls } from './bare-calls.ts';
import { vaultItem } from './complaints.ts';
import { milliseconds, percentile, type Row } from './row.ts';

const EVENTS = 300;
const FEW = 30;
/** So many go first, unmeasured: what a start costs is measured elsewhere. */
const WARMING_UP = 60;
const PER_SECOND = 50;
const BUDGET_MS = 1_000;

/**
 * From the commit of an event to the hand-over of its letter, through the streams, queues and functions of the local
 * stack: fifty events a second, held against one event at a time.
 */
export async function measureHandOver(assembly: string): Promise<Row[]> {
  const stack = await startLocalStack({ province: 'demo', port: 0, smtpPort: 0, assembly });
  try {
    const cases = await registered(stack, EVENTS + FEW + WARMING_UP);
    const client = tablesOf(stack);
    const store = dynamoCaseStore(client, stack.environment.CASE_TABLE_NAME!, AS_WRITTEN);
    const alone = await timesOf(cases.slice(0, FEW), 1_000, stack, store);
    await timesOf(cases.slice(FEW, FEW + WARMING_UP), 1_000 / PER_SECOND, stack, store);
    const many = await timesOf(cases.slice(FEW + WARMING_UP), 1_000 / PER_SECOND, stack, store);
    client.destroy();
    await stack.stop();
    const bareOnes = await timesOfBareCalls(cases.slice(FEW), 1_000 / PER_SECOND, assembly, (one, tables) =>
      accepted(one, new Date().toISOString(), tables),
    );
    const bare = bareOnes.slice(WARMING_UP);
    const shown = (times: readonly number[]) =>
      `p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(percentile(times, 0.95))}`;
    const p95 = percentile(many, 0.95);
    return [
      {
        what: `event committed to letter handed over, ${PER_SECOND} events/s, the whole local stack`,
        measured: shown(many),
        baseline: `${shown(bare)}: its calls to tables alone, at the same rate; ${shown(alone)}: one event a second`,
        ratio: p95 / percentile(bare, 0.95),
        budget: `p95 < ${BUDGET_MS / 1_000} s`,
        met: p95 < BUDGET_MS,
      },
    ];
  } finally {
    await stack.stop();
  }
}

/** So many cases whose complainants left a mailbox, with everything done that their registration brings. */
async function registered(stack: LocalStack, count: number): Promise<readonly Case[]> {
  for (let n = 0; n < count; n += 1) {
    const { text } = vaultItem(n);
    const body = JSON.stringify({ text, contact: { email: `bench-${n}@citizen.example` } });
    const headers = { 'content-type': 'application/json', 'idempotency-key': `bench-of-hand-over-${n}` };
    const { status } = await fetch(`${stack.url}/v1/complaints`, { method: 'POST', headers, body });
    if (status !== 202) throw new Error(`the stack answers ${status}`);
  }
  await stack.drain();
  return [...(await readCaseTable(stack)).cases.values()].filter(({ status }) => status === 'registered');
}

function tablesOf({ environment }: LocalStack): DynamoDBDocumentClient {
  const credentials = { accessKeyId: environment.AWS_ACCESS_KEY_ID!, secretAccessKey: 'bench' };
  const endpoint = environment.AWS_ENDPOINT_URL_DYNAMODB!;
  const marshallOptions = { removeUndefinedValues: true };
  return DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'ap-southeast-1', credentials, endpoint }), {
    marshallOptions,
  });
}

const rules = readCaseRules(demoConfig());

const accepted = ({ id, lead }: Pick<Case, 'id' | 'lead'>, now: Instant, store: CaseStore) =>
  commandCase(id, { type: 'accept' }, { ...rules, now, actor: staffOf(lead) }, store);

/** Accepts a case every so many milliseconds; gives how long after its commit each complainant's letter was handed over. */
async function timesOf(
  cases: readonly Case[],
  everyMs: number,
  stack: LocalStack,
  store: CaseStore,
): Promise<number[]> {
  const began = performance.now();
  const accept = async ({ id, lead }: Case, index: number) => {
    await pause(Math.max(0, began + index * everyMs - performance.now()));
    const outcome = await accepted({ id, lead }, stack.now(), store);
    return { id, at: Date.parse(stack.now()), isDone: outcome.kind === 'done' };
  };
  const commits = (await Promise.all(cases.map(accept))).filter(({ isDone }) => isDone);
  await stack.drain();
  const handed = new Map(stack.outbox().map(({ noticeId = '', at }) => [noticeId, Date.parse(at)]));
  return commits.flatMap(({ id, at }) => {
    const told = handed.get(`${id}#2#complainant`);
    return told === undefined ? [] : [Math.max(0, told - at)];
  });
}
