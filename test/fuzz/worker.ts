import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import type { Task, Verdict } from './try-way.ts';
import { wayNamed } from './ways-in.ts';

const { name, inputs, seed, begun } = workerData as Task;
let slowest = 0;

const property = wayNamed(name).property();
const { run } = property;
property.run = async (value) => {
  Atomics.add(begun, 0, 1);
  const start = performance.now();
  const outcome = await run.call(property, value);
  slowest = Math.max(slowest, performance.now() - start);
  return outcome;
};

const details = await fc.check(property, { numRuns: inputs, seed, endOnFailure: false });
/** Bytes as text, so that somebody can read them; the path leads fast-check to the same input again. */
const asText = (_: string, value: { readonly type?: string; readonly data?: number[] }) =>
  value?.type === 'Buffer' ? Buffer.from(value.data ?? []).toString('latin1') : value;
const { counterexamplePath, counterexample, errorInstance } = details;
const broken = details.failed
  ? `${errorInstance}\nseed ${seed}, path ${counterexamplePath}: ${JSON.stringify(counterexample, asText)}`
  : undefined;
parentPort?.postMessage({ inputs: details.numRuns, slowestMs: Math.round(slowest), broken } satisfies Verdict);
