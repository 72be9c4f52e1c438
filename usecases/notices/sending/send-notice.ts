import type { Attempt } from '../../../domain/notices/delivery/attempt.ts';
import { stateOfSent } from '../../../domain/notices/delivery/delivery-state.ts';
import {
  type Address,
  filledIn,
  type Notice,
  ORDER_NUMBER,
  QUERY_CODE,
  type Withheld,
} from '../../../domain/notices/notice.ts';
import { type ClaimDelivery, changeOwn, type Holder, withDelivery } from '../delivery/claim-delivery.ts';
import { Busy, type ChangeDelivery, type Delivery, type Transports } from '../delivery/delivery.ts';
import { handOverOf, type KeepDeps, notKept } from '../delivery/kept-notices.ts';
import { asFarAsKept, attemptNumbersOf, BEGUN } from '../delivery/past-attempts.ts';
import { addressIn, distinct, recipientOf } from '../delivery/recipient.ts';
import { hasExpired, isHeldBack, mayGoAgain, outcomeOf, waitingFor } from '../delivery/retry-policy.ts';
import { type ResolveUncertainDeps, resolveUncertain } from './resolve-uncertain.ts';

export interface SendNoticeDeps extends KeepDeps, ResolveUncertainDeps {
  readonly deliveries: ChangeDelivery & ClaimDelivery;
  readonly transports: Transports;
  /** When calls to partners' systems are made again: `callbacks.retryMinutes` of the province, else those of retry-policy.ts. */
  readonly callAgain?: readonly number[] | undefined;
}

/**
 * `uncertain`: nobody took it for sure, and nobody knows of one attempt whether it arrived. `expired`: no transport took
 * it in time. `taken`: it had ended before.
 */
export type Outcome = 'sent' | 'waiting' | 'failed' | 'expired' | 'uncertain' | 'no-address' | 'taken';

/**
 * Sends a notice once, to the first of its addresses that takes it, and records what became of each attempt. A fault
 * of a transport spends no address: the notice waits, and goes on to the next address where the fault lasts
 * (retry-policy.ts). The words are kept before they go. Where the function died with them kept, nobody knows whether they
 * went: the provider is asked, where it can be, and nothing is sent to that address again; but an acknowledgement is
 * sent once more, under the same Message-ID. Of several holders one sends the notice: throws `Busy` while another has
 * it in hand.
 */
export const sendNotice = (notice: Notice, holder: Holder, deps: SendNoticeDeps): Promise<Outcome> =>
  withDelivery(notice, holder, deps.deliveries, (delivery) => send(notice, holder, delivery, deps));

async function send(notice: Notice, holder: Holder, standing: Delivery, deps: SendNoticeDeps): Promise<Outcome> {
  const { deliveries, kept } = deps;
  let delivery = standing;
  if (delivery.state !== 'waiting' && delivery.state !== 'sending') return 'taken';
  const isOthers = delivery.state === 'sending' && delivery.claimedBy !== holder.id;
  const isChanged = holder.version !== undefined && holder.version !== delivery.version;
  if (isChanged || (isOthers && !holder.takesOver)) throw new Busy('another has it in hand');
  const become = async (changes: Pick<Delivery, 'state' | 'attempts'> & Partial<Delivery>) => {
    const hand = { claimedBy: holder.id, claimedAt: holder.now, version: delivery.version + 1 };
    const after = { ...delivery, ...changes, attempts: [...changes.attempts], ...hand };
    await changeOwn(notice, delivery, after, deliveries);
    delivery = after;
  };

  const addresses = distinct(notice.addresses);
  const tried = { attempts: delivery.attempts, kept: delivery.attempts.length > 0 ? await kept.of(notice.id) : [] };
  const numbers = [...attemptNumbersOf(addresses, tried)];
  const attempts = await resolveUncertain(
    { ...tried, attempts: asFarAsKept(tried) },
    { notice, addresses, numbers },
    deps,
  );
  const sent = async (): Promise<'sent'> => {
    await become({ state: stateOfSent(attempts), attempts, waiting: undefined });
    return 'sent';
  };
  if (attempts.some(({ result }) => result === 'sent')) return await sent();
  /** What became of the addresses, as far as they were tried. */
  const course = () => numbers.map((number) => (number === undefined ? undefined : attempts[number]));
  const since = delivery.waiting?.since ?? holder.now;
  for (const [index, address] of addresses.entries()) {
    const number = numbers[index] ?? attempts.length;
    const earlier = attempts[number];
    if (earlier && !mayGoAgain(earlier, notice, holder.now, deps.callAgain)) continue;
    if (isHeldBack(course().slice(0, index), notice, since, holder.now)) break;
    const result = await attempt({ address, number, earlier, notice, holder }, deps, async (begun) => {
      attempts[number] = begun;
      await become({ state: 'sending', attempts });
    });
    attempts[number] = result;
    numbers[index] = number;
    if (result.result === 'sent') return await sent();
  }
  const open = waitingFor(course(), notice, since, holder.now, deps.callAgain);
  const waiting = hasExpired(notice, since, holder.now) ? undefined : open;
  const outcome = waiting ? 'waiting' : open ? 'expired' : outcomeOf(attempts);
  await become({ state: outcome === 'no-address' ? 'failed' : outcome, attempts, waiting });
  return outcome;
}

interface Try {
  readonly address: Address;
  /** Its place among the attempts of the delivery. */
  readonly number: number;
  readonly earlier: Attempt | undefined;
  readonly notice: Notice;
  readonly holder: Holder;
}

/**
 * Tries one address. `begin` records beforehand what would be known should the function die in the middle. What cannot
 * be kept is not sent: the notice waits until it can.
 */
async function attempt(
  { address, number, earlier, notice, holder }: Try,
  deps: SendNoticeDeps,
  begin: (begun: Attempt) => Promise<void>,
): Promise<Attempt> {
  const { complainantOf, transports, inquiries = {}, kept } = deps;
  const complainant = 'complaint' in address ? await complainantOf(address.complaint) : undefined;
  const send = transports[address.transport];
  const to = 'to' in address ? address.to : addressIn(complainant?.contact, address.transport);
  if (!send || to === undefined) return { ...recipientOf(address), result: 'no-address' };
  const tried = { ...recipientOf(address), tries: (earlier?.tries ?? 0) + 1, at: holder.now };
  const askable = inquiries[address.transport] && { asked: 0 };
  const withheld = complainant ? { [QUERY_CODE]: complainant.queryCode } : await orderNumberOf(notice, address, deps);
  await begin({ ...tried, ...BEGUN, ...askable });
  const ready = filledIn(notice, withheld);
  const handOver = handOverOf({ notice: ready, withheld, address, number, at: holder.now }, deps);
  const answers =
    'complaint' in address ? { receipt: address.complaint, messageId: complainant?.messageId } : undefined;
  const result = await kept.keep(handOver).then(() => send(ready, to, { now: holder.now, earlier, answers }), notKept);
  const { kind, by } = result;
  return {
    ...tried,
    result: kind,
    ...('reason' in result && { reason: result.reason }),
    ...('until' in result && { until: result.until }),
    ...(by !== undefined && { by }),
    ...((kind === 'unknown' || kind === 'sent') && askable),
  };
}

/** The number of a partner's order as the partner wrote it, which no case and no queue holds. */
async function orderNumberOf(
  { order }: Notice,
  { transport }: Address,
  { complainantOf }: SendNoticeDeps,
): Promise<Withheld> {
  if (!order) return {};
  const { number } = (await complainantOf(order.receipt))?.order ?? order;
  return { [ORDER_NUMBER]: transport === 'callback' ? JSON.stringify(number).slice(1, -1) : number };
}
