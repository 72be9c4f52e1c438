import { Worker } from 'node:worker_threads';

export interface Task {
  readonly names: readonly string[];
  readonly inputs: number;
  readonly seed: number;
  /** How many inputs have been begun: what stands still is an input that hangs. */
  readonly begun: Int32Array;
}

export interface Verdict {
  readonly name: string;
  readonly inputs: number;
  readonly seconds: number;
  readonly slowestMs: number;
  /** The smallest input that breaks a promise, and which; undefined where none does. */
  readonly broken?: string | undefined;
}

/** Far more than any input takes, on a machine that has other things to do. */
const HANG_MS = 60_000;
/** What a Lambda function of ours has, and no more. */
const MOST_MB = 512;

/**
 * Throws `inputs` inputs at each of those ways in, in a thread of its own that is ended when one of them hangs or eats
 * the memory; then the ways after it have no verdict.
 */
export function tryWays(
  names: readonly string[],
  inputs: number,
  seed: number,
  onVerdict: (verdict: Verdict) => void = () => {},
): Promise<readonly Verdict[]> {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const workerData: Task = { names, inputs, seed, begun };
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MB };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, resourceLimits });
  const verdicts: Verdict[] = [];
  return new Promise((resolve) => {
    let [seen, since] = [0, Date.now()];
    const end = () => {
      clearInterval(watchdog);
      void worker.terminate();
      resolve(verdicts);
    };
    const take = (verdict: Verdict) => {
      verdicts.push(verdict);
      onVerdict(verdict);
      if (verdict.broken?.startsWith(GIVEN_UP) || verdicts.length === names.length) end();
    };
    const giveUp = (why: string) => {
      const broken = `${GIVEN_UP} after ${begun[0]} inputs in all, seed ${seed}: ${why}`;
      take({ name: names[verdicts.length]!, inputs: 0, seconds: 0, slowestMs: Date.now() - since, broken });
    };
    const watchdog = setInterval(() => {
      if (begun[0] !== seen) [seen, since] = [begun[0]!, Date.now()];
      else if (Date.now() - since > HANG_MS) giveUp('the last one hangs');
    }, 1_000);
    worker.on('message', take);
    worker.on('error', (error) => giveUp(String(error)));
  });
}

const GIVEN_UP = 'given up';
