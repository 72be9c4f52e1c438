import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { count } from '../count.ts';
import { logError } from '../log.ts';
import { traced } from '../trace.ts';
import { isPermanent, reasonOf } from './poison.ts';

export interface BatchDeps {
  /** Puts a message where a person looks at it: the dead-letter queue, with the attribute `reason`. */
  readonly setAside: (letter: { readonly body: string; readonly reason: string }) => Promise<void>;
}

/**
 * The queues of this service hand a message out so many times before they set it aside themselves, without a reason.
 */
const LAST_RECEIVE = 5;

/** How often the queue has handed this message out, this time included. */
const receivesOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount);

/** As often as a queue whose messages come back after six minutes may hand one out before a quarter of an hour is over. */
const RECEIVES_TO_WAIT = 2;

/**
 * Whether a message that names what has not come in may go back to its queue to wait for that: for twelve minutes, so
 * that the oldest message of the queue stays under the quarter of an hour that wakes somebody.
 */
export const mayWait = (record: SQSRecord): boolean => receivesOf(record) <= RECEIVES_TO_WAIT;

/** Whether the queue has not handed this message out before. */
export const isFirstReceive = (record: SQSRecord): boolean => receivesOf(record) === 1;

/** Whether the queue will not hand this message out again. */
export function isLastReceive(record: SQSRecord): boolean {
  return receivesOf(record) >= LAST_RECEIVE;
}

/**
 * Does `work` for every message of a batch, all at once. What can never succeed, or has failed often enough, is set
 * aside with its reason; only messages that failed for a passing reason go back to the queue.
 */
export const forEachMessage =
  (work: (record: SQSRecord) => Promise<void>, { setAside }: BatchDeps) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const attempt = async (record: SQSRecord) => {
      const { messageId, body } = record;
      const isLast = isLastReceive(record);
      const done = await traced(messageId, () => settle(() => work(record), { id: messageId, body, isLast, setAside }));
      return done ? [] : [{ itemIdentifier: messageId }];
    };
    return { batchItemFailures: (await Promise.all(Records.map(attempt))).flat() };
  };

interface Item extends BatchDeps {
  readonly id: string;
  readonly body: string;
  readonly isLast: boolean;
}

/** Whether the item needs no further attempt: it is done, or lies where a person will find it. */
async function settle(work: () => Promise<void>, { id, body, isLast, setAside }: Item): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    logError('message-failed', error, { messageId: id });
    return (isLast || isPermanent(error)) && (await putAside(body, error, { setAside }));
  }
}

/** Whether it lies now where a person will find it, with the kind of the fault. */
export async function putAside(body: string, fault: unknown, { setAside }: BatchDeps): Promise<boolean> {
  try {
    await setAside({ body, reason: reasonOf(fault) });
    count('MessageSetAside');
    return true;
  } catch (failure) {
    logError('set-aside-failed', failure);
    return false;
  }
}
