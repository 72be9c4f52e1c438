import type { RateLimit, RateLimits } from '../../../domain/rate-limit.ts';
import type { Send } from '../delivery/delivery.ts';

/** DingTalk shuts a robot out for ten minutes after 20 messages in one, WeCom refuses the rest; windows are fixed. */
const PACE: RateLimit = { limit: 10, windowSeconds: 60 };

/** Messages to groups, at the pace that their hosts bear: what is too much waits for the next minute (`busy`). */
export const pacedGroups =
  (send: Send, limits: RateLimits): Send =>
  async (notice, to, sending) => {
    const { allowed } = await limits.take(`robot ${to}`, PACE, sending.now);
    return allowed
      ? await send(notice, to, sending)
      : { kind: 'busy', reason: 'the group had ten messages this minute' };
  };
