import type { Context } from 'aws-lambda';
import { backOff } from '../back-off.ts';

/** What is not done so long before the function ends goes back to its queue. */
const GIVES_UP_MS = 10_000;

export type TimeLeft = Pick<Context, 'getRemainingTimeInMillis'>;

/**
 * Does pieces of work side by side. Whatever meets others at the same thing (`isBusy`) waits for its turn, one at a
 * time in this process, and tries as long as the function has time: so a crowd at one case is worked off by as many
 * writers as there are functions, and spends no receives of the queue.
 */
export function retryInTurn(isBusy: (error: unknown) => boolean, { getRemainingTimeInMillis }: TimeLeft) {
  let last: Promise<unknown> = Promise.resolve();
  const patiently = async <Done>(work: () => Promise<Done>, attempt = 1): Promise<Done> => {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || getRemainingTimeInMillis() < GIVES_UP_MS) throw error;
      await backOff(attempt);
      return patiently(work, attempt + 1);
    }
  };
  return async <Done>(work: () => Promise<Done>): Promise<Done> => {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      const turn = last.then(() => patiently(work));
      last = turn.catch(() => {});
      return turn;
    }
  };
}
