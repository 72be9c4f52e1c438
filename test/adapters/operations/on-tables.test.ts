import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { dynamoCaseHeads } from '../../../adapters/dynamodb/cases/case-heads.ts';
import { dynamoCaseStore, dynamoStoredEvents } from '../../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDueIndex } from '../../../adapters/dynamodb/cases/due-index.ts';
import { dynamoCaseIds } from '../../../adapters/dynamodb/cases/lists.ts';
import { dynamoMovedTable } from '../../../adapters/dynamodb/restore/moved-table.ts';
import { sqsLetterBox } from '../../../adapters/sqs/letter-box.ts';
import { depthsOf, queuesOf } from '../../../adapters/sqs/queue-depths.ts';
import { AS_WRITTEN } from '../../../domain/ids-of-today.ts';
import { ENDED } from '../../../domain/lists/listing.ts';
import { commandCase } from '../../../usecases/cases/command-case.ts';
import { exportTable, importTable, type RawItem, stateOf } from '../../../usecases/operations/move-state.ts';
import { recomputeDeadlines } from '../../../usecases/operations/recompute-deadlines.ts';
import { orderOf, redeliverDeadLetter } from '../../../usecases/operations/redeliver-dead-letter.ts';
import { redrive } from '../../../usecases/operations/redrive.ts';
import { verifyChains } from '../../../usecases/operations/verify-chains.ts';
import { registration } from '../../support/cases.ts';
import { createCaseTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { beijing, contextAt } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const TABLE = 'cases';
const { service, calls } = dynamoDbForTests();
beforeAll(() => createCaseTable(service.tables, TABLE));

describe('a recompute of the table', () => {
  const now = beijing('2026-06-03 10:00');
  const deps = () => ({
    cases: dynamoCaseStore(service.tables, TABLE, AS_WRITTEN),
    openCases: dynamoCaseIds(service.tables, TABLE, AS_WRITTEN, ENDED),
    context: rules(),
    onFailure: (_: string, error: unknown) => {
      throw error;
    },
  });
  const written = () => calls.units.filter(({ command }) => command === 'TransactWriteItemsCommand');

  it('writes nothing where nothing changes, with cases in which others assist among them', async () => {
    const received = beijing('2026-06-01 10:00');
    for (const [n, assisting] of [[], ['city']].entries()) {
      const receipt = `QH-0000-0000-200${n}`;
      const given = registration(received, { receipt });
      const whole = { ...given, route: { ...given.route, assisting } };
      await commandCase(receipt, { type: 'register', registration: whole }, contextAt(received), deps().cases);
    }
    calls.forget();
    expect(await recomputeDeadlines({ dryRun: false }, now, deps())).toEqual([]);
    expect(written()).toEqual([]);
  });

  it('puts a case that was put off back to its own time', async () => {
    const due = dynamoDueIndex(service.tables, TABLE);
    const before = await due.earliest();
    await due.putOff('QH-0000-0000-2000', '2027-06-01T00:00:00.000Z');
    calls.forget();
    await recomputeDeadlines({ dryRun: false, caseIds: ['QH-0000-0000-2000'] }, now, deps());
    expect([written().length, await due.earliest()]).toEqual([1, before]);
  });
});

describe('what is moved to another table', () => {
  it('is in the same state there, with its chains whole, and a change of it is found', async () => {
    await createCaseTable(service.tables, 'moved');
    const [from, to] = [dynamoMovedTable(service.tables, TABLE), dynamoMovedTable(service.tables, 'moved')];
    const lines: string[] = [];
    const before = await exportTable(from, (line) => lines.push(line), sha256);
    const read = () => lines.map((line) => JSON.parse(line) as RawItem);
    await importTable(read().slice(0, 3), to);
    expect(await importTable(read(), to)).toMatchObject({ there: 3, conflicts: 0 });
    expect(await stateOf(to, sha256)).toEqual(before);
    const chains = () =>
      verifyChains({
        heads: dynamoCaseHeads(service.tables, 'moved'),
        events: dynamoStoredEvents(service.tables, 'moved'),
        sha256,
      });
    expect(await chains()).toEqual({ cases: 2, broken: [] });
    const Key = { pk: 'CASE#QH-0000-0000-2000', sk: 'EVENT#000001' };
    const change = { UpdateExpression: 'SET title = :other', ExpressionAttributeValues: { ':other': '另一件事' } };
    await service.tables.send(new UpdateCommand({ TableName: 'moved', Key, ...change }));
    expect(await chains()).toEqual({ cases: 2, broken: ['QH-0000-0000-2000'] });
    expect((await stateOf(to, sha256)).hash).not.toBe(before.hash);
  });
});

describe('dead letters in SQS', () => {
  let server: Awaited<ReturnType<typeof startFauxqs>>;
  let client: SQSClient;

  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false, defaultRegion: 'ap-southeast-1' });
    client = new SQSClient({
      endpoint: `http://127.0.0.1:${server.port}`,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      useQueueUrlAsEndpoint: false,
    });
    for (const name of ['demo-register', 'demo-register-dead-letters', 'demo-2-register'])
      await client.send(new CreateQueueCommand({ QueueName: `huiyin-${name}` }));
  });
  afterAll(async () => {
    client?.destroy();
    await server?.stop();
  });

  it('go back to the queue of their own province, each once, and stay where they can be looked at', async () => {
    const urls = await queuesOf(client, 'demo');
    expect([...urls.keys()]).toEqual(['register', 'register-dead-letters']);
    const send = async (queue: string, MessageBody: string) =>
      (await client.send(new SendMessageCommand({ QueueUrl: urls.get(queue), MessageBody }))).MessageId!;
    for (let n = 0; n < 12; n += 1) await send('register-dead-letters', JSON.stringify({ receipt: `QH-${n}` }));
    const box = sqsLetterBox(client, urls.get('register-dead-letters')!);
    expect(await box.look(100)).toHaveLength(12);
    const none = async () => {
      throw new Error('not asked');
    };
    const handing = { send, invoke: none, imageOf: none, isKept: none };
    const before = new Date(Date.now() + 1_000).toISOString();
    const told = await redrive(
      { most: 100, before, inHand: 5 },
      {
        box,
        orderOf,
        handOver: (letter) => redeliverDeadLetter('register-dead-letters', letter, handing),
        pause: async () => {},
        prove: () => {},
      },
    );
    expect(told).toEqual({ handedOver: 12, kept: 0 });
    expect(await depthsOf(client, urls)).toEqual([
      { name: 'register', waiting: 12, inFlight: 0 },
      { name: 'register-dead-letters', waiting: 0, inFlight: 0 },
    ]);
  });
});
