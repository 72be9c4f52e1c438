import type { Transport } from '../../domain/notices/notice.ts';
import type { Send, SendResult, Transports } from './delivery.ts';

/** So many failures in a row, and a transport is taken to be away. */
const MOST_FAILURES = 3;

/**
 * The same transports, each left alone once it has taken nothing several times in a row: then it answers at once as it
 * did last.
 */
export function sparing(transports: Transports): {
  readonly transports: Transports;
  readonly isAway: (transport: Transport) => boolean;
} {
  const failures = new Map<Transport, { readonly count: number; readonly last: SendResult }>();
  const isAway = (transport: Transport) => (failures.get(transport)?.count ?? 0) >= MOST_FAILURES;
  const spared =
    (transport: Transport, send: Send): Send =>
    async (...letter) => {
      const known = failures.get(transport);
      if (known && isAway(transport)) return known.last;
      const result = await send(...letter);
      if (result.kind === 'busy' || result.kind === 'barred') {
        failures.set(transport, { count: (failures.get(transport)?.count ?? 0) + 1, last: result });
      } else if (result.kind !== 'no-address') failures.delete(transport);
      return result;
    };
  const entries = Object.entries(transports) as [Transport, Send][];
  const wrapped = entries.map(([transport, send]) => [transport, spared(transport, send)]);
  return { transports: Object.fromEntries(wrapped) as Transports, isAway };
}
