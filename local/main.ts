import { setTimeout as delay } from 'node:timers/promises';
import { type Arguments, readArguments } from './arguments.ts';
import type { LocalStack } from './local-stack.ts';

/** How long a clean end may take before this process ends anyway; Java then ends by itself. */
const PATIENCE_MS = 3_000;

const giveUp = new AbortController();
let stack: LocalStack | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    giveUp.abort(new Error('stopped'));
    const ended = stack ? stack.stop() : running;
    void Promise.race([ended, delay(PATIENCE_MS)]).finally(() => process.exit(130));
  });
}

const running = run().catch(fail);

async function fail(error: Error): Promise<void> {
  if (giveUp.signal.aborted) return;
  giveUp.abort(error);
  console.error(`huiyin: ${error.message.split('\n')[0]}`);
  await stack?.stop();
  process.exit(1);
}

async function run(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  console.log(`Starting province ${options.province} …`);
  // Loaded only now: it takes a second, which nobody waits for who asks for help or has mistyped.
  const { startLocalStack } = await import('./stack.ts');
  const { SAMPLE_DAY_BEGINS } = await import('./sample-day/live.ts');
  const { layOnDesk } = await import('./sample-day/on-the-desk.ts');
  const { runSampleDay, SAMPLE_PROVINCE } = await import('./sample-day/run-sample-day.ts');
  const feeds = !options.empty && options.province === SAMPLE_PROVINCE;
  stack = await startLocalStack({
    ...options,
    signal: giveUp.signal,
    ...(feeds && { now: SAMPLE_DAY_BEGINS }),
    ...(options.verbose && { onLog: printLog }),
  });
  stack.failed.catch(fail);
  if (!feeds && !options.empty)
    console.log(`The sample day belongs to province ${SAMPLE_PROVINCE}; this one starts empty.`);
  if (feeds) await runSampleDay(stack, (line) => console.log(line));
  if (options.once) {
    await stack.stop();
    process.exit(0);
  }
  if (feeds) {
    console.log('\n再过十七天，让临禾分局的工作台上有待办的事项 …');
    await layOnDesk(stack);
  }
  await printAddresses(stack, options);
}

function printLog({ at, functionName, line }: { at: string; functionName: string; line: string }): void {
  console.log(`${at} ${functionName} ${line}`);
}

async function printAddresses({ url, deskUrl, smtpPort, now }: LocalStack, { province }: Arguments): Promise<void> {
  const { peopleOf, whoLogsIn } = await import('./login/people.ts');
  console.log(`
Huiyin · 回音 — province ${province} on this machine
  API            ${url}/v1/complaints   (described at ${url}/openapi.json)
  staff desk     ${deskUrl}/   (log in as ${whoLogsIn(peopleOf(province))})
  outbox page    ${url}/_local/
  control        ${url}/_local/{credentials,outbox,clock,drain,state,logs}
  mail           smtp://127.0.0.1:${smtpPort}
  time           ${now()} (simulated)
Ctrl-C ends everything.
`);
}
