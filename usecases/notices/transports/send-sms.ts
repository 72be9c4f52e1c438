import { importanceOf } from '../../../domain/notices/importance.ts';
import type { RateLimits } from '../../../domain/rate-limit.ts';
import type { Send } from '../delivery/delivery.ts';

export interface SendSmsDeps {
  readonly send: Send;
  readonly limits: RateLimits;
  /** So many text messages a number gets in a day, emergencies aside. */
  readonly perDay: number;
  /** A number has had its text messages of the day. */
  readonly onSpent: () => void;
}

/** From 08:00 to 08:00 in Beijing. */
const DAY_SECONDS = 86_400;

const BUDGET_SPENT = 'the number has had its text messages of the day';

/**
 * Text messages within the budget of each number. Beyond it the notice goes on by the next way, and waits for the next
 * day where there is none (`later`). An emergency always passes.
 */
export const budgetedSms =
  ({ send, limits, perDay, onSpent }: SendSmsDeps): Send =>
  async (notice, to, sending) => {
    const { earlier, now } = sending;
    // What was tried before has been counted already.
    const isCounted = earlier !== undefined && earlier.reason !== BUDGET_SPENT;
    if (!isCounted && importanceOf(notice) !== 'urgent') {
      const { allowed } = await limits.take(`sms to ${to}`, { limit: perDay, windowSeconds: DAY_SECONDS }, now);
      if (!allowed) {
        onSpent();
        return { kind: 'later', reason: BUDGET_SPENT };
      }
    }
    return await send(notice, to, sending);
  };
