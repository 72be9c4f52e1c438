import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../../adapters/dynamodb/cases/case-store.ts';
import { orderIn } from '../../../bin/ops/commands.ts';
import type { OpsStack } from '../../../bin/ops/connect.ts';
import { readProvinceConfig } from '../../../bin/province-config.ts';
import { AS_WRITTEN } from '../../../domain/ids-of-today.ts';
import { commandCase } from '../../../usecases/cases/command-case.ts';
import { DEAD_LETTER_QUEUES } from '../../../usecases/operations/queues.ts';
import { registration } from '../../support/cases.ts';
import {
  createAccessTable,
  createCaseTable,
  createNoticeTable,
  createVaultTable,
  dynamoDbForTests,
} from '../../support/dynamodb-local.ts';
import { provinceQueues } from '../../support/province-queues.ts';
import { beijing, contextAt } from '../../support/rules.ts';
import { opsCommandsIn, runbookUnder } from '../../support/runbook.ts';

const { service } = dynamoDbForTests();
const config = readProvinceConfig('demo');
const folder = mkdtempSync(join(tmpdir(), 'huiyin-runbook-'));
const DAY = '2026-06-01';
const WITH_CASE = 'QH-0000-0000-4000';

const stores = {
  ...{ VAULT_TABLE_NAME: 'vault', CASE_TABLE_NAME: 'cases', ACCESS_TABLE_NAME: 'access' },
  ...{ ROSTER_TABLE_NAME: 'roster', EVIDENCE_BUCKET_NAME: 'evidence' },
};

let queues: ReturnType<typeof provinceQueues>;
let invoked: (readonly [name: string, event: unknown])[];

/** What wakes up on the queue of complaints without a case: it registers them. */
async function work(queue: string, body: string): Promise<void> {
  if (queue === 'register') await register(JSON.parse(body).receipt);
}

async function register(receipt: string): Promise<void> {
  const at = beijing(`${DAY} 10:00`);
  const given = registration(at, { receipt });
  const whole = { ...given, route: { ...given.route, lead: 'heyang-ecology', assisting: [] } };
  const organs = new Map(config.organs.map((organ) => [organ.id, organ]));
  const context = { ...contextAt(at), organs, catchAllOrgan: config.settings.catchAllOrgan };
  const command = { type: 'register', registration: whole } as const;
  await commandCase(receipt, command, context, dynamoCaseStore(service.tables, 'cases', AS_WRITTEN));
}

function stackNow(): OpsStack {
  const s3 = new S3Client({ region: 'ap-southeast-1', credentials: { accessKeyId: 'A', secretAccessKey: 'S' } });
  s3.send = async () => ({ LastModified: new Date(beijing(`${DAY} 09:00`)) });
  const functions = {
    variablesOf: async () => ({}),
    async invoke(name: string, event: unknown) {
      invoked.push([name, event]);
      return name === 'recompute-deadlines' ? { changed: 1, failed: 0, cases: [] } : {};
    },
  };
  const now = beijing('2026-06-02 09:00');
  const stack = { config, stores, isLocal: true, now, tables: service.tables, s3, sqs: queues.client, functions };
  return stack as unknown as OpsStack;
}

/** A complaint that lies in the vault, and has no case. */
const acknowledged = (receipt: string): Promise<void> => kept(receipt, 'web', `${DAY} 10:00`);

async function kept(receipt: string, channel: string, at: string): Promise<void> {
  const complaint = { receipt, channel, receivedAt: beijing(at), flags: [], attachments: [] };
  await service.tables.send(new PutCommand({ TableName: 'vault', Item: complaint }));
}

const hasCase = async (receipt: string): Promise<boolean> =>
  (await dynamoCaseStore(service.tables, 'cases', AS_WRITTEN).load(receipt)) !== undefined;

/** Carries out a command line on the stack as it is now. */
const run = async (...args: string[]) => {
  const order = orderIn(args.includes('--province') ? args : [...args, '--province', 'demo']);
  if ('fault' in order || !('run' in order.command)) throw new Error(`cannot be carried out: ${args.join(' ')}`);
  return await order.command.run(order.asked, stackNow());
};

/** Carries out the commands of ours that stand under that heading and begin so, as they stand there. */
async function carryOut(heading: string, beginning: string, receipt = WITH_CASE) {
  const meant = { '<province>': 'demo', '<why>': '演练', '<receipt>': receipt, '<day>': DAY, '<key>': 'abc' };
  const commands = opsCommandsIn(runbookUnder(heading), meant).filter((args) => args.join(' ').startsWith(beginning));
  expect(commands).not.toEqual([]);
  const outcomes = [];
  for (const args of commands) {
    outcomes.push(await run(...args.map((one) => (one.endsWith('.jsonl') ? join(folder, `${heading}-${one}`) : one))));
  }
  return outcomes;
}

beforeAll(async () => {
  await Promise.all([
    createVaultTable(service.tables, 'vault'),
    createAccessTable(service.tables, 'access'),
    createNoticeTable(service.tables, 'roster'),
    createCaseTable(service.tables, 'cases'),
  ]);
  await acknowledged(WITH_CASE);
  await register(WITH_CASE);
});

beforeEach(() => {
  queues = provinceQueues('demo', work);
  invoked = [];
});

const event = { pk: { S: `CASE#${WITH_CASE}` }, sk: { S: 'EVENT#000001' } };
const receipt = { receipt: { S: WITH_CASE } };

/** What lies in each dead-letter queue, and where the command brings it: to a queue of work, or to a function. */
const LETTERS: Readonly<Record<string, readonly [letter: object, to: string]>> = {
  'mail-dead-letters': [{ Records: [{ s3: { object: { key: 'mail/abc' } } }] }, 'mail'],
  'uploads-dead-letters': [{ upload: 'uploads/abc' }, 'uploads'],
  'register-dead-letters': [{ receipt: WITH_CASE }, 'register'],
  'media-dead-letters': [{ receipt: WITH_CASE }, 'media'],
  'notices-dead-letters': [{ id: `${WITH_CASE}#1#lead#email`, caseId: WITH_CASE }, 'notices'],
  'bounces-dead-letters': [{ noticeId: `${WITH_CASE}#1#lead#email` }, 'bounces'],
  'queue-complaints-dead-letters': [{ keys: receipt }, 'register'],
  'link-senders-dead-letters': [{ keys: receipt }, 'the function link-senders'],
  'relay-events-dead-letters': [{ keys: event }, 'the function relay-events'],
};

describe('the command under the heading of each dead-letter queue', () => {
  it.each(DEAD_LETTER_QUEUES)(
    '%s empties it, so that its alarm is over, and its letter is with who can work on it',
    async (queue) => {
      const [letter, to] = LETTERS[queue]!;
      queues.put(queue, JSON.stringify(letter));
      const [outcome] = await carryOut(queue, 'dead-letters redrive');
      expect(outcome).toMatchObject({ failed: false, json: { handedOver: 1, kept: 0 } });
      expect(queues.bodiesIn(queue)).toEqual([]);
      const reached = to.startsWith('the function') ? invoked.map(([name]) => `the function ${name}`) : [to];
      expect(reached).toEqual([to]);
      if (!to.startsWith('the function')) expect(queues.bodiesIn(to)).toHaveLength(1);
    },
  );
});

describe('more dead letters than a page shows', () => {
  beforeEach(() => {
    for (let n = 1; n <= 250; n += 1) queues.put('mail-dead-letters', `{"id":"${n}"}`);
  });

  it('are told by their number before they are removed for good', async () => {
    const { lines } = await run('dead-letters', 'purge', 'mail-dead-letters');
    expect(lines).toContain('250条将被永久删除（只列出200条）');
    expect((await run('dead-letters', 'list')).lines[0]).toBe('mail-dead-letters：250条（只列出200条）');
  });

  it('stay where the one that is named is not among them, and that is said', async () => {
    const apply = ['--apply', '--reason', '演练', '--proof', join(folder, 'purged.jsonl')];
    const outcome = await run('dead-letters', 'purge', 'mail-dead-letters', '--id', 'nobody', ...apply);
    expect(outcome).toMatchObject({ failed: true, lines: [expect.stringContaining('已删除0条'), expect.any(String)] });
    expect(queues.bodiesIn('mail-dead-letters')).toHaveLength(250);
  });
});

describe('what has no case or was not told', () => {
  it('is found by the dead letter’s own page, and one complaint alone gets its case', async () => {
    await acknowledged('QH-0000-0000-5000');
    const [found] = await carryOut('register-dead-letters', 'find', 'QH-0000-0000-5000');
    expect(found!.failed).toBe(true);
    const [replayed] = await carryOut('register-dead-letters', 'replay', 'QH-0000-0000-5000');
    expect(replayed!.lines[0]).toContain('新立');
  });

  it('is made up for by the page of reconcile-missing: complaints get their cases, events are relayed once more', async () => {
    await acknowledged('QH-0000-0000-6000');
    const [outcome] = await carryOut('reconcile-missing', 'reconcile');
    expect(outcome).toMatchObject({ failed: false, json: { withoutCase: ['QH-0000-0000-6000'], kept: [] } });
    expect(await hasCase('QH-0000-0000-6000')).toBe(true);
    expect(new Set(invoked.map(([name]) => name))).toEqual(new Set(['relay-events']));
  });

  it('is found among all by the page of queue-complaints-dead-letters', async () => {
    await acknowledged('QH-0000-0000-7000');
    await carryOut('queue-complaints-dead-letters', 'replay --missing');
    expect(await hasCase('QH-0000-0000-7000')).toBe(true);
  });
});

it.each(['mail-held-back', 'automatic-mail'])('the page of %s has a raw mail read once more', async (heading) => {
  await carryOut(heading, 'replay mail/abc');
  expect(queues.bodiesIn('mail')).toEqual([expect.stringContaining('mail/abc')]);
});

it('the page of channel-silent names the channel, and no longer once something has come by it again', async () => {
  const mails = Array.from({ length: 14 }, (_, n) => `QH-0000-0000-81${String(n).padStart(2, '0')}`);
  await Promise.all(mails.map((one, n) => kept(one, 'email', `2026-05-${String(n + 1).padStart(2, '0')} 10:00`)));
  const silent = async () => (await carryOut('channel-silent', 'reconcile'))[0]!.json as { silent: string[] };
  expect((await silent()).silent).toEqual(['email']);
  await kept('QH-0000-0000-8200', 'email', `${DAY} 08:00`);
  expect((await silent()).silent).toEqual([]);
});

it('the page of calendar-not-covered tells first which deadlines move, and then moves them', async () => {
  await carryOut('calendar-not-covered', 'recompute');
  expect(invoked.map(([, order]) => (order as { dryRun: boolean }).dryRun)).toEqual([true, false]);
});

it('the page of roster-gap names who is missing', async () => {
  const [outcome] = await carryOut('roster-gap', 'roster gaps');
  expect(outcome!.lines).not.toEqual([]);
});
