import type { Context } from 'aws-lambda';

/** Whether the function may run for more than that many milliseconds yet. Where nobody ends it, always. */
export const timeLeft =
  (context: Pick<Context, 'getRemainingTimeInMillis'> | undefined, reserveMs: number): (() => boolean) =>
  () =>
    context === undefined || context.getRemainingTimeInMillis() > reserveMs;
