import { isWithinReach, type Reach } from '../../../domain/notices/delivery/reach.ts';
import type { Transport } from '../../../domain/notices/notice.ts';
import type { Send, Transports } from '../delivery/delivery.ts';

/**
 * The transports of a stack for trials: what would reach a person is not handed over, and recorded as withheld
 * (`no-address`, "sandbox").
 */
export function sandboxed(transports: Transports, reach: Reach): Transports {
  const entries = Object.entries(transports) as [Transport, Send][];
  return Object.fromEntries(
    entries.map(([transport, send]): [Transport, Send] => [
      transport,
      async (notice, to, sending) =>
        isWithinReach(reach, transport, to) ? send(notice, to, sending) : { kind: 'no-address', reason: 'sandbox' },
    ]),
  ) as Transports;
}
