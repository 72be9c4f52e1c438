// npm run measure-units: what one complaint costs in units, from the form to the answer, on the local stack. It takes
// some minutes; run it on a quiet machine.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../bin/arguments.ts';
import { startDynamoDb } from '../../local/dynamodb.ts';
import type { LocalStack } from '../../local/local-stack.ts';
import { startLocalStack } from '../../local/stack.ts';
import { countingProxy } from './counting-proxy.ts';
import { percentile } from './row.ts';

const COMPLAINTS = 20;
const IDLE_MINUTES = 10;
/** What wakes up each minute. The runner itself passes over minutes in which nothing is due; AWS does not. */
const EACH_MINUTE = ['sweep-deadlines', 'submit-drafts', 'deliver-notice'];
const STARTS = '2026-09-10T01:00:00.000Z';
/** All of them are the county bureau's, whose officer answers them. */
const KINDS = ['夜里排放刺鼻气味', '烟囱冒黑烟', '废气没有处理直接排放', '喷漆气味很大'];

readArguments(process.argv.slice(2), {
  usage: 'usage: npm run measure-units\nMeasures what one complaint costs in units, and writes config/units.json.',
});
const dynamo = await startDynamoDb();
const proxy = await countingProxy(dynamo.endpoint);
let logBytes = 0;
const stack = await startLocalStack({
  ...{ province: 'demo', port: 0, smtpPort: 0, dynamoDb: proxy.endpoint, now: STARTS },
  onLog: ({ line }) => {
    logBytes += Buffer.byteLength(line);
  },
});
const answers: number[] = [];

async function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const began = performance.now();
  const response = await fetch(stack.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  answers.push(performance.now() - began);
  if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
  return response;
}

/** By the form, every second one with a telephone number only; accepted and closed by the county: no deadline passes. */
async function live(index: number, { credentials }: LocalStack): Promise<void> {
  const form = {
    text: `临禾区${index}号化工厂${KINDS[index % KINDS.length]}，住户多次反映没有改善，请核查。`,
    division: '990102',
    contact: index % 2 === 0 ? { email: `someone${index}@mail.example` } : { phone: `139000${10_000 + index}` },
  };
  const { receipt } = (await (await post('/v1/complaints', form)).json()) as { receipt: string };
  await stack.drain();
  const { county, 'county-reviewer': reviewer } = credentials.staff;
  const commands = [
    [county, { type: 'accept' }],
    [county, { type: 'propose-closing', answer: '已责令整改，复测达标。' }],
    [reviewer, { type: 'close' }],
  ] as const;
  for (const [done, [token, command]] of commands.entries()) {
    const headers = { authorization: `Bearer ${token}` };
    await post(`/v1/cases/${receipt}/commands`, { ...command, expectedVersion: done + 1 }, headers);
    await stack.drain();
  }
}

async function counted(work: () => Promise<unknown>) {
  const before = { work: (await stack.drain()).processed, sent: stack.outbox().length, asked: answers.length };
  proxy.spent();
  logBytes = 0;
  await work();
  const { processed } = await stack.drain();
  const sent = stack.outbox().slice(before.sent);
  const by = (...transports: string[]) => sent.filter(({ transport }) => transports.includes(transport)).length;
  const { read, write } = proxy.spent();
  return {
    ...{ tableReads: read, tableWrites: write, requests: answers.length - before.asked, work: processed - before.work },
    ...{ letters: by('email'), textMessages: by('sms'), logBytes },
  };
}

const divided = (units: Record<string, number>, by: number) =>
  Object.fromEntries(Object.entries(units).map(([name, count]) => [name, Math.round((count / by) * 100) / 100]));

try {
  const lived = await counted(async () => {
    for (let index = 1; index <= COMPLAINTS; index += 1) await live(index, stack);
  });
  const idle = await counted(async () => {
    for (let minute = 0; minute < IDLE_MINUTES; minute += 1)
      for (const name of EACH_MINUTE)
        await stack.invoke(name, { source: 'aws.events', 'detail-type': 'Scheduled Event', time: stack.now() });
  });
  const units = {
    note: 'Written by npm run measure-units: read docs/cost.md before you trust it.',
    measuredOn: new Date().toISOString().slice(0, 10),
    perComplaint: divided(lived, COMPLAINTS),
    perIdleMinute: divided(idle, IDLE_MINUTES),
    secondsPerRun: Math.round(percentile(answers, 0.5)) / 1000,
  };
  writeFileSync(join(import.meta.dirname, '../../config/units.json'), `${JSON.stringify(units, null, 2)}\n`);
  console.log(JSON.stringify(units, null, 2));
} finally {
  await stack.stop();
  proxy.stop();
  await dynamo.stop();
}
process.exit(0);
