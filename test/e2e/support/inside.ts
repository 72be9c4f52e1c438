import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { caseOf } from '../../../adapters/dynamodb/cases/case-items.ts';
import { eventOf } from '../../../adapters/dynamodb/cases/event-items.ts';
import { s3Evidence } from '../../../adapters/s3/evidence.ts';
import type { Case } from '../../../domain/case/case.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import type { LocalStack } from '../../../local/local-stack.ts';

/** As the functions themselves get in: each stack has an access key of its own. */
const accessTo = ({ environment }: LocalStack) => ({
  region: 'ap-southeast-1',
  credentials: { accessKeyId: environment.AWS_ACCESS_KEY_ID!, secretAccessKey: 'test' },
});

export interface CaseTable {
  readonly cases: ReadonlyMap<string, Case>;
  readonly events: readonly CaseEvent[];
  /** State of each delivery, by the id of its notice. */
  readonly deliveries: ReadonlyMap<string, string>;
  /** Ids of the notices that went out in the letter of another. */
  readonly listed: readonly string[];
}

/** All that the case table holds. */
export async function readCaseTable(stack: LocalStack): Promise<CaseTable> {
  const items = await scan(stack, stack.environment.CASE_TABLE_NAME);
  const starting = (prefix: string) => items.filter(({ sk }) => String(sk).startsWith(prefix));
  return {
    cases: new Map(starting('CASE').map((item) => [String(item.id), caseOf(item)])),
    events: starting('EVENT#').map(eventOf),
    deliveries: new Map(starting('NOTICE#').map(({ sk, state }) => [String(sk).slice(7), String(state)])),
    listed: starting('NOTICE#').flatMap(({ attempts }) =>
      (attempts as { with?: readonly string[] }[]).flatMap((attempt) => attempt.with ?? []),
    ),
  };
}

/** All items of the table that this variable of the functions names. */
export const readTable = (stack: LocalStack, variable: string) => scan(stack, stack.environment[variable]);

/** All complaints, as they lie in the vault. */
export const readVault = (stack: LocalStack) => readTable(stack, 'VAULT_TABLE_NAME');

async function scan(stack: LocalStack, TableName: string | undefined) {
  const client = new DynamoDBClient({ ...accessTo(stack), endpoint: stack.environment.AWS_ENDPOINT_URL_DYNAMODB! });
  const items: Record<string, unknown>[] = [];
  let after: Parameters<typeof unmarshall>[0] | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName, ConsistentRead: true, ...(after && { ExclusiveStartKey: after as never }) }),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    after = page.LastEvaluatedKey;
  } while (after);
  client.destroy();
  return items;
}

/** Puts a message on a queue of the demo province: register, notices or mail. */
export async function put(stack: LocalStack, queue: string, body: string): Promise<void> {
  const endpoint = stack.environment.AWS_ENDPOINT_URL_SQS!;
  const client = new SQSClient({ ...accessTo(stack), endpoint });
  const QueueUrl = `${endpoint}/000000000000/huiyin-demo-${queue}`;
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
  client.destroy();
}

/** The evidence bucket. */
async function withEvidence<T>(
  stack: LocalStack,
  use: (evidence: ReturnType<typeof s3Evidence>) => Promise<T>,
): Promise<T> {
  const { AWS_ENDPOINT_URL_S3, EVIDENCE_BUCKET_NAME } = stack.environment;
  const client = new S3Client({ ...accessTo(stack), endpoint: AWS_ENDPOINT_URL_S3!, forcePathStyle: true });
  return await use(s3Evidence(client, EVIDENCE_BUCKET_NAME!)).finally(() => client.destroy());
}

/** An object of the evidence bucket. */
export const evidenceOf = (stack: LocalStack, key: string): Promise<Uint8Array> =>
  withEvidence(stack, (evidence) => evidence.read(key));

/** Puts a raw mail into the evidence bucket. */
export const keep = (stack: LocalStack, key: string, bytes: Uint8Array): Promise<void> =>
  withEvidence(stack, (evidence) => evidence.putIfAbsent(key, bytes, 'message/rfc822', {}));
