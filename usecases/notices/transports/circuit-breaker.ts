import type { Attempt } from '../../../domain/notices/delivery/attempt.ts';
import type { Notice, Transport } from '../../../domain/notices/notice.ts';
import type { Send, SendResult, Transports } from '../delivery/delivery.ts';
import { recipientOf } from '../delivery/recipient.ts';

/** So many failures in a row, and a transport is taken to be away. */
const MOST_FAILURES = 3;

/** At the other end of these stands nobody but the recipient: that one is away says nothing of the next. */
const EACH_BY_ITSELF: readonly Transport[] = ['robot', 'callback'];

type Place = Pick<Attempt, 'transport' | 'recipient'>;

const nameOf = ({ transport, recipient }: Place): string =>
  EACH_BY_ITSELF.includes(transport) ? `${transport} ${recipient}` : transport;

function placeOf(transport: Transport, to: string, { addresses }: Notice): string {
  const address = addresses.find((one) => one.transport === transport && 'to' in one && one.to === to);
  return nameOf(address ? recipientOf(address) : { transport, recipient: 'complainant' });
}

/**
 * The same transports, each left alone once it has taken nothing several times in a row: then it answers at once as it
 * did last.
 */
export function withCircuitBreaker(transports: Transports): {
  readonly transports: Transports;
  readonly isAway: (place: Place) => boolean;
} {
  const failures = new Map<string, { readonly count: number; readonly last: SendResult }>();
  const isGone = (place: string) => (failures.get(place)?.count ?? 0) >= MOST_FAILURES;
  const spared =
    (transport: Transport, send: Send): Send =>
    async (notice, to, sending) => {
      const place = placeOf(transport, to, notice);
      const known = failures.get(place);
      if (known && isGone(place)) return known.last;
      const result = await send(notice, to, sending);
      if (result.kind === 'busy' || result.kind === 'barred') {
        failures.set(place, { count: (failures.get(place)?.count ?? 0) + 1, last: result });
      } else if (result.kind !== 'no-address') failures.delete(place);
      return result;
    };
  const entries = Object.entries(transports) as [Transport, Send][];
  const wrapped = entries.map(([transport, send]) => [transport, spared(transport, send)]);
  return { transports: Object.fromEntries(wrapped) as Transports, isAway: (place) => isGone(nameOf(place)) };
}
