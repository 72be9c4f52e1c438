import type { Instant } from '../../domain/calendar/day.ts';
import { plainAddress } from '../../domain/mail.ts';
import {
  failuresForgottenAt,
  type SuppressionReason,
  suppressedUntil,
} from '../../domain/notices/delivery/suppression.ts';
import type { Suppressions } from '../../usecases/notices/transports/suppressions.ts';

/** Suppressions that are forgotten when the process ends. For tests. */
export function memorySuppressions(): Suppressions {
  const suppressed = new Map<string, { reason: SuppressionReason; until: Instant }>();
  const failed = new Map<string, { ids: Set<string>; until: Instant }>();
  return {
    async reasonFor(address, now) {
      const found = suppressed.get(plainAddress(address));
      return found && found.until > now ? found.reason : undefined;
    },
    async suppress(address, reason, now) {
      const [key, until] = [plainAddress(address), suppressedUntil(reason, now)];
      if ((suppressed.get(key)?.until ?? '') < until) suppressed.set(key, { reason, until });
    },
    lift: async (address) => void suppressed.delete(plainAddress(address)),
    async addFailure(address, failureId, now) {
      const known = failed.get(plainAddress(address));
      const current = known && known.until > now ? known : { ids: new Set<string>(), until: failuresForgottenAt(now) };
      current.ids.add(failureId);
      failed.set(plainAddress(address), current);
      return current.ids.size;
    },
  };
}
