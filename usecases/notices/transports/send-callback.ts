import type { Send } from '../delivery/delivery.ts';
import type { Suppressions } from './suppressions.ts';

/** What a system answers that wants no more calls (HTTP 410). */
export const GONE = 'HTTP 410';

/** Under which name the address of a partner's system is disabled: another address is another place. */
export const placeOf = (partner: string, address: string | undefined): string => `${partner} ${address}`;

export interface SendCallbackDeps {
  readonly send: Send;
  readonly suppressions: Pick<Suppressions, 'reasonFor' | 'suppress'>;
  readonly addressOf: (partner: string) => string | undefined;
}

/** Calls to the systems of partners, until one says that it wants no more: then none goes to that address. */
export const willingCallbacks =
  ({ send, suppressions, addressOf }: SendCallbackDeps): Send =>
  async (notice, partner, sending) => {
    const place = placeOf(partner, addressOf(partner));
    if (await suppressions.reasonFor(place, sending.now)) return { kind: 'refused', reason: 'disabled since HTTP 410' };
    const result = await send(notice, partner, sending);
    if (result.kind === 'refused' && result.reason === GONE) await suppressions.suppress(place, 'gone', sending.now);
    return result;
  };
