import { WINDOWS_BACK, type Window } from '../../domain/notices/delivery/failover.ts';
import { windowAt } from '../../domain/rate-limit.ts';
import type { ProviderHealth } from '../../usecases/notices/transports/providers.ts';

/** What was seen of the providers, forgotten when the process ends. For tests. */
export function memoryProviderHealth(): ProviderHealth {
  const seen = new Map<string, Window>();
  return {
    async windows(transport, rule, now) {
      const { number } = windowAt(rule, now);
      return Array.from({ length: WINDOWS_BACK + 1 }, (_, age) => seen.get(`${transport} ${number - age}`) ?? {});
    },
    async note(transport, provider, isBad, rule, now) {
      const key = `${transport} ${windowAt(rule, now).number}`;
      const { [provider]: { all, bad } = { all: 0, bad: 0 }, ...others } = seen.get(key) ?? {};
      seen.set(key, { ...others, [provider]: { all: all + 1, bad: bad + (isBad ? 1 : 0) } });
    },
  };
}
