import { type RateLimits, windowAt } from '../../domain/rate-limit.ts';

/** Counters that are forgotten when the process ends. For tests. */
export function memoryRateLimits(): RateLimits {
  const counters = new Map<string, number>();
  return {
    async take(key, rule, now) {
      const { number, resetSeconds } = windowAt(rule, now);
      const counter = `${key}#${rule.windowSeconds}#${number}`;
      const before = counters.get(counter) ?? 0;
      const allowed = before < rule.limit;
      if (allowed) counters.set(counter, before + 1);
      return { allowed, limit: rule.limit, remaining: allowed ? rule.limit - before - 1 : 0, resetSeconds };
    },
  };
}
