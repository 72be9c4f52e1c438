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
const broken = details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : undefined;
parentPort?.postMessage({ inputs: details.numRuns, slowestMs: Math.round(slowest), broken } satisfies Verdict);
