import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoTally } from '../../adapters/dynamodb/correspondence/tally.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { memoryTally } from '../../adapters/memory/tally.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import { createHandler } from '../../functions/accept-web-complaint/handler.ts';
import { newQueryCode, sha256 } from '../../functions/shared/digest.ts';
import type { WebAcceptanceDeps } from '../../functions/shared/submission/web-acceptance.ts';
import { startLocalStack } from '../../local/stack.ts';
import { vaultItem } from './complaints.ts';
import { milliseconds, percentile, type Row } from './row.ts';
import type { BenchTables } from './tables.ts';

const AT_ONCE = 100;
const REQUESTS = 1_500;
/** How many times the bare put the acknowledgement may take, and how many with its request counted. */
const UNCOUNTED = 1.2;
const COUNTED = 1.3;

/**
 * How long a person waits for the receipt, 100 at a time: in the handler with its durable write, with the count of
 * requests as well, and through the whole local stack.
 */
export async function measureAcknowledgement(tables: BenchTables, assembly: string): Promise<Row[]> {
  const { client, vault, correspondence } = tables;
  const bareWrite = await timesOf((n) => client.send(conditionalPut(vault, n)));
  const noWrite = await timesOf(postTo(createHandler({ ...intake, vault: memoryVault() })));
  const durable = { ...intake, vault: dynamoVault(client, vault) };
  const handler = await timesOf(postTo(createHandler(durable)));
  const counting = () => createHandler({ ...durable, tally: dynamoTally(client, correspondence, refuse) });
  const strangers = await timesOf(postTo(counting(), 'strangers'));
  const crowd = await timesOf(postTo(counting(), 'crowd', (n) => `192.0.2.${n % 30}`));
  const bareAgain = await timesOf((n) => client.send(conditionalPut(vault, n, 'again')));
  const stack = await timesThroughStack(assembly);
  const writing = `${shown(bareWrite)}: the bare conditional put of the same item`;
  const again = `${shown(bareAgain)}: the same bare put, right after`;
  return [
    row('web ack: handler and its one durable write', handler, bareWrite, writing),
    row('web ack: the same, counted, each from an address of its own', strangers, bareAgain, again, COUNTED),
    row('web ack: the same, counted, a hundred from each address', crowd, bareAgain, again, COUNTED),
    row('web ack: handler alone, vault in memory', noWrite, bareWrite, writing),
    row('web ack: HTTP to six workers of the local stack, the pipeline running behind', stack, bareWrite, writing),
  ];
}

const intake: Omit<WebAcceptanceDeps, 'vault'> = {
  tally: memoryTally(),
  perHour: { complaintsPerHour: 1_000_000 },
  provinceLetters: 'QH',
  answerBy: () => '2026-09-25T16:00:00.000Z',
  newQueryCode,
  sha256,
};

function conditionalPut(TableName: string, n: number, run = 'bare'): PutCommand {
  const Item = { ...vaultItem(n), receipt: `${run}-${n}` };
  return new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(receipt)' });
}

const bodyOf = (n: number): string =>
  Buffer.from((vaultItem(n).original as { base64: string }).base64, 'base64').toString();

function refuse(error: unknown): never {
  throw error;
}

/** Without another, each from a network address of its own. */
const postTo =
  (handler: ReturnType<typeof createHandler>, run = 'bench', addressOf = (n: number) => `10.0.${n >> 8}.${n % 256}`) =>
  async (n: number) => {
    const event = {
      headers: { 'content-type': 'application/json', 'idempotency-key': `bench-of-receipts-${run}-${n}` },
      requestContext: {
        requestId: String(n),
        timeEpoch: Date.parse('2026-09-10T02:00:00Z'),
        http: { method: 'POST', sourceIp: addressOf(n) },
      },
      body: bodyOf(n),
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2;
    const { statusCode } = await handler(event, {} as Context);
    if (statusCode !== 202) throw new Error(`the handler answers ${statusCode}`);
  };

async function timesThroughStack(assembly: string): Promise<number[]> {
  const stack = await startLocalStack({ province: 'demo', port: 0, smtpPort: 0, assembly });
  try {
    return await timesOf(async (n) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': `bench-${n}` };
      const response = await fetch(`${stack.url}/v1/complaints`, { method: 'POST', headers, body: bodyOf(n) });
      await response.text();
      if (response.status !== 202) throw new Error(`the stack answers ${response.status}`);
    });
  } finally {
    await stack.stop();
  }
}

/** Milliseconds of each call, always 100 under way; as many again before, to warm up. */
async function timesOf(work: (n: number) => Promise<unknown>): Promise<number[]> {
  let next = 0;
  const times: number[] = [];
  const client = async () => {
    while (next < 2 * REQUESTS) {
      const n = next;
      next += 1;
      const began = performance.now();
      await work(n);
      if (n >= REQUESTS) times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return times;
}

const shown = (times: readonly number[]): string =>
  `p50 ${milliseconds(percentile(times, 0.5))}, p99 ${milliseconds(percentile(times, 0.99))}`;

function row(
  what: string,
  times: readonly number[],
  against: readonly number[],
  baseline: string,
  most = UNCOUNTED,
): Row {
  const ratio = percentile(times, 0.99) / percentile(against, 0.99);
  const budget = `p99 ≤ ${most} × the bare put at ${AT_ONCE} at once`;
  return { what, measured: shown(times), baseline, ratio, budget, met: ratio <= most };
}
