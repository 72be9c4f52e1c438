import { Worker } from 'node:worker_threads';

export interface Task {
  readonly name: string;
  readonly inputs: number;
  readonly seed: number;
  /** How many inputs have been begun: what stands still is an input that hangs. */
  readonly begun: Int32Array;
}

export interface Verdict {
  readonly inputs: number;
  readonly slowestMs: number;
  /** What fast-check says of the smallest input that breaks a promise; undefined where none does. */
  readonly broken?: string | undefined;
}

/** Far more than any input takes, on a machine that has other things to do. */
const HANG_MS = 30_000;
/** What a Lambda function of ours has, and no more. */
const MOST_MB = 512;

/** Throws `inputs` inputs at a way in, in a thread of its own that is ended when one of them hangs or eats the memory. */
export function tryWay(name: string, inputs: number, seed: number): Promise<Verdict> {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const workerData: Task = { name, inputs, seed, begun };
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MB };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, resourceLimits });
  return new Promise((resolve) => {
    let [seen, since] = [0, Date.now()];
    const end = (verdict: Verdict) => {
      clearInterval(watchdog);
      void worker.terminate();
      resolve(verdict);
    };
    const give = (broken: string) => end({ inputs: begun[0]!, slowestMs: Date.now() - since, broken });
    const watchdog = setInterval(() => {
      if (begun[0] !== seen) [seen, since] = [begun[0]!, Date.now()];
      else if (Date.now() - since > HANG_MS) give(`input ${seen} hangs (seed ${seed})`);
    }, 1_000);
    worker.on('message', end);
    worker.on('error', (error) => give(`after ${begun[0]} inputs (seed ${seed}): ${error}`));
  });
}
