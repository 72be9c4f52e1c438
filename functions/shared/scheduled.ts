import type { Context } from 'aws-lambda';
import { traced } from './trace.ts';

/** A run of a schedule, or by hand: AWS's number of the run is the trace id of its lines. */
export const scheduled =
  <Event, Result>(work: (event: Event, context?: Context) => Promise<Result>) =>
  (event: Event, context?: Context): Promise<Result> =>
    traced(context?.awsRequestId ?? 'by-hand', () => work(event, context));
