import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import type { Task, Verdict } from './try-ways.ts';
import { wayNamed } from './ways-in.ts';

const { names, inputs, seed, begun } = workerData as Task;

for (const name of names) parentPort?.postMessage(await verdictOn(name));

async function verdictOn(name: string): Promise<Verdict> {
  const property = wayNamed(name).property();
  const started = performance.now();
  let slowestMs = 0;
  const { run } = property;
  property.run = async (value) => {
    Atomics.add(begun, 0, 1);
    const start = performance.now();
    const outcome = await run.call(property, value);
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - start));
    return outcome;
  };
  const details = await fc.check(property, { numRuns: inputs, seed });
  const { counterexamplePath, counterexample, errorInstance } = details;
  const broken = details.failed
    ? `${errorInstance}\nseed ${seed}, path ${counterexamplePath}: ${JSON.stringify(counterexample, asText)}`
    : undefined;
  return { name, inputs: details.numRuns, seconds: (performance.now() - started) / 1000, slowestMs, broken };
}

/** Bytes as text, so that somebody can read them; the path leads fast-check to the same input again. */
function asText(_: string, value: { readonly type?: string; readonly data?: number[] }) {
  return value?.type === 'Buffer' ? Buffer.from(value.data ?? []).toString('latin1') : value;
}
