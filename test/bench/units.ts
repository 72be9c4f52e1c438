// npm run measure-units: what one complaint costs in units, from the form to the answer, on the local stack: one after
// another, then many at once through a slow transport. It takes some minutes; run it on a quiet machine.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readArguments } from '../../bin/arguments.ts';
import type { Units } from '../../config/schemas/prices.ts';
import { startDynamoDb } from '../../local/aws/dynamodb.ts';
import type { LocalStack } from '../../local/local-stack.ts';
import type { Trouble } from '../../local/outside/transport-faults.ts';
import { startLocalStack } from '../../local/stack.ts';
import { countingProxy } from './counting-proxy.ts';
import { asking, counted } from './lives.ts';
import { percentile } from './row.ts';

const COMPLAINTS = 20;
const IDLE_MINUTES = 10;
const AT_ONCE = 40;
const SECONDS_TO_HAND_OVER = 0.5;
/** Workers that the local runner has for a function that no person waits for (local/functions/functions.ts). */
const SENDING_LOCALLY = 3;
/** What wakes up each minute. The runner itself passes over minutes in which nothing is due; AWS does not. */
const EACH_MINUTE = ['sweep-deadlines', 'submit-drafts', 'deliver-notice'];
const STARTS = '2026-09-10T01:00:00.000Z';

readArguments(process.argv.slice(2), {
  usage: 'usage: npm run measure-units\nMeasures what one complaint costs in units, and writes config/units.json.',
});
const dynamo = await startDynamoDb();

const divided = <Name extends string>(units: Readonly<Record<Name, number>>, by: number) =>
  Object.fromEntries(Object.entries<number>(units).map(([name, count]) => [name, rounded(count / by)])) as typeof units;
const rounded = (count: number): number => Math.round(count * 100) / 100;

/** On a stack of their own, whose tables and logs are counted. */
async function onStack<Measured>(
  work: (
    stack: LocalStack,
    people: ReturnType<typeof asking>,
    meters: Parameters<typeof counted>[0],
  ) => Promise<Measured>,
  trouble?: Trouble,
): Promise<Measured> {
  const tables = await countingProxy(dynamo.endpoint);
  let bytes = 0;
  const stack = await startLocalStack({
    ...{ province: 'demo', port: 0, smtpPort: 0, dynamoDb: tables.endpoint, now: STARTS, ...(trouble && { trouble }) },
    onLog: ({ line }) => {
      bytes += Buffer.byteLength(line);
    },
  });
  const logBytes = () => {
    const printed = bytes;
    bytes = 0;
    return printed;
  };
  const people = asking(stack);
  try {
    return await work(stack, people, { stack, tables, logBytes, asked: () => people.milliseconds.length });
  } finally {
    await stack.stop();
    tables.stop();
  }
}

const alone = () =>
  onStack(async (stack, people, meters) => {
    const lived = await counted(meters, async () => {
      for (let index = 1; index <= COMPLAINTS; index += 1) await people.live(index);
    });
    const idle = await counted(meters, async () => {
      for (let minute = 0; minute < IDLE_MINUTES; minute += 1)
        for (const name of EACH_MINUTE)
          await stack.invoke(name, { source: 'aws.events', 'detail-type': 'Scheduled Event', time: stack.now() });
    });
    return {
      perComplaint: divided(lived, COMPLAINTS),
      perIdleMinute: divided(idle, IDLE_MINUTES),
      secondsPerRun: Math.round(percentile(people.milliseconds, 0.5)) / 1000,
    };
  });

/** Many at once, and for how long their messages are handed over, against what docs/capacity.md reckons of so few workers. */
async function atOnce(secondsPerRun: number): Promise<Units['atOnce']> {
  const handedOver: Span[] = [];
  const slow: Trouble = async () => {
    const from = performance.now();
    await pause(SECONDS_TO_HAND_OVER * 1_000);
    handedOver.push({ from, to: performance.now() });
    return undefined;
  };
  const lived = await onStack(
    (_, people, meters) =>
      counted(meters, () => Promise.all(Array.from({ length: AT_ONCE }, (__, index) => people.live(index + 1)))),
    slow,
  );
  const messages = lived.letters + lived.textMessages;
  return {
    ...{ complaints: AT_ONCE, perComplaint: divided(lived, AT_ONCE) },
    ...{ sending: SENDING_LOCALLY, secondsToHandOver: SECONDS_TO_HAND_OVER },
    seconds: {
      reckoned: rounded((messages * (secondsPerRun + SECONDS_TO_HAND_OVER)) / SENDING_LOCALLY),
      measured: rounded(secondsCovered(handedOver)),
    },
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** How long at least one of them lasted. */
function secondsCovered(spans: readonly Span[]): number {
  let [covered, until] = [0, 0];
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return covered / 1_000;
}

try {
  const single = await alone();
  const units: Units = {
    note: 'Written by npm run measure-units: read docs/cost.md before you trust it.',
    measuredOn: new Date().toISOString().slice(0, 10),
    ...single,
    atOnce: await atOnce(single.secondsPerRun),
  };
  writeFileSync(join(import.meta.dirname, '../../config/units.json'), `${JSON.stringify(units, null, 2)}\n`);
  console.log(JSON.stringify(units, null, 2));
} finally {
  await dynamo.stop();
}
process.exit(0);
