import { addHours, type Instant } from '../../calendar/day.ts';
import { type Attempt, isDelivered } from './attempt.ts';

/**
 * 送达状态. On their way: `waiting`, `sending`, and `sent`, which a transport took and nobody has said more of. All
 * others are ends: `delivered`; `unconfirmed`: it neither came back in time, nor did anybody say that it arrived;
 * `failed`: no address is any good; `expired`: no transport took it in time; `uncertain`: nor may another address be
 * tried, for nobody knows of one whether it went there; `needless`: a reminder whose duty was done while it waited. A
 * letter that comes back after all goes on.
 */
export const DELIVERY_STATES = [
  ...(['waiting', 'sending', 'sent'] as const),
  ...(['delivered', 'unconfirmed', 'failed', 'expired', 'uncertain', 'needless'] as const),
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A notice comes to a named end within so many hours. */
export const HOURS_TO_END = 72;
/** So often, once an hour after it was sent, a provider that can be asked is asked whether it arrived. */
const MOST_ASKED = 6;

/** The state of a notice that a transport took. */
export const stateOfSent = (attempts: readonly Attempt[]): 'sent' | 'delivered' =>
  attempts.some(isDelivered) ? 'delivered' : 'sent';

/** When what was sent is looked at: its provider is asked, or it has come to its end. Undefined for all else. */
export function looksAt(state: DeliveryState, attempts: readonly Attempt[]): Instant | undefined {
  const attempt = state === 'sent' ? attempts.findLast(({ result }) => result === 'sent') : undefined;
  if (attempt?.at === undefined) return undefined;
  const { at, asked = MOST_ASKED } = attempt;
  return addHours(at, asked < MOST_ASKED ? asked + 1 : HOURS_TO_END);
}
