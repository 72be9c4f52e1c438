import type { QueueDepth } from './health.ts';

export interface DrainDeps {
  readonly depths: () => Promise<readonly QueueDepth[]>;
  /** Waits a moment; false once there is no patience left. */
  readonly pause: () => Promise<boolean>;
  readonly onLook: (left: readonly QueueDepth[]) => void;
}

/** SQS counts about: what looked empty is looked at again. */
const LOOKS = 2;

/** Waits until those queues hold nothing, waiting or in hand. Answers with what they hold still. */
export async function drained(queues: readonly string[], deps: DrainDeps): Promise<readonly QueueDepth[]> {
  for (let empty = 0; ; ) {
    const left = (await deps.depths()).filter((one) => queues.includes(one.name) && one.waiting + one.inFlight > 0);
    deps.onLook(left);
    empty = left.length === 0 ? empty + 1 : 0;
    if (empty === LOOKS || !(await deps.pause())) return left;
  }
}

/** The stream readers that feed a queue. Others are fed by people or by S3: what they bring could wait nowhere. */
export const FED_BY: Readonly<Record<string, string>> = {
  register: 'queue-complaints',
  notices: 'relay-events',
  'urgent-notices': 'relay-events',
};

/** For so long a stream keeps what its reader does not take. */
export const STREAM_HOURS = 24;
