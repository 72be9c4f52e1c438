import type { Context } from 'aws-lambda';
import { logError } from '../log.ts';
import { traced } from '../trace.ts';

/**
 * A run of a schedule, or by hand: AWS's number of the run is the trace id of its lines. What ends it is on record before
 * AWS tries it again.
 */
export const scheduled =
  <Event, Result>(work: (event: Event, context?: Context) => Promise<Result>) =>
  (event: Event, context?: Context): Promise<Result> =>
    traced(context?.awsRequestId ?? 'by-hand', async () => {
      try {
        return await work(event, context);
      } catch (error) {
        logError('run-failed', error);
        throw error;
      }
    });
