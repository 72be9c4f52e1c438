import type { Address, Notice } from '../../domain/notices/notice.ts';
import { type Roster, staffAddressesIn } from '../../domain/organs.ts';
import { Busy, type ChangeDelivery, type Delivery } from './delivery.ts';
import { type FindNoticeDeps, findNotice } from './find-notice.ts';
import { distinct } from './recipient.ts';

export interface RetryAtNextAddressDeps extends FindNoticeDeps {
  readonly deliveries: ChangeDelivery & {
    read(notice: Notice): Promise<Delivery | undefined>;
  };
  readonly noticeQueue: { send(notices: readonly Notice[]): Promise<void> };
}

const BOUNCED = { result: 'refused', reason: 'bounced' } as const;

/**
 * A notice that counts as sent came back from an address (`isTheirs` knows it): the delivery goes on with the next one,
 * once, however often this is said. `needless` where that mail is not what the delivery rests on, or its matter is
 * done; `lost` where nobody can tell which notice it was. Throws `Busy` while the notice is being sent.
 */
export async function retryAtNextAddress(
  noticeId: string,
  isTheirs: (address: string) => boolean,
  deps: RetryAtNextAddressDeps,
): Promise<'queued' | 'needless' | 'lost'> {
  const { deliveries, noticeQueue } = deps;
  const notice = await findNotice(noticeId, deps);
  if (notice === 'superseded') return 'needless';
  const delivery = notice && (await deliveries.read(notice));
  if (!notice || !delivery) return 'lost';
  if (delivery.state === 'sending') throw new Busy('the notice is being sent');
  const index = cameBack(notice, delivery, isTheirs);
  if (index === undefined && !isOfNobodyNow(notice, delivery, isTheirs, deps.rules)) return 'needless';
  if (delivery.state === 'sent') {
    // Whom the address belonged to may have another by now: then all of them are tried, from the first.
    const attempts =
      index === undefined ? [] : delivery.attempts.with(index, { ...delivery.attempts[index]!, ...BOUNCED });
    const movedOn = index === undefined || delivery.movedOn;
    const reopened: Delivery = { ...delivery, state: 'waiting', attempts, movedOn, version: delivery.version + 1 };
    if (!(await deliveries.change(notice, delivery, reopened))) throw new Busy('somebody else has it in hand');
  }
  await noticeQueue.send([notice]);
  // The others of the letter came back with it.
  const others = delivery.attempts.flatMap((attempt) => attempt.with ?? []);
  for (const other of others) await retryAtNextAddress(other, isTheirs, deps);
  return 'queued';
}

/** Which attempt is that mail, if it counts as sent, or was found to have bounced with nobody told yet. */
function cameBack(
  notice: Notice,
  { state, attempts }: Delivery,
  isTheirs: (address: string) => boolean,
): number | undefined {
  const addresses = distinct(notice.addresses);
  const index = attempts.findIndex(({ transport, result, reason }, at) => {
    const rests = state === 'sent' ? result === 'sent' : state === 'waiting' && reason === BOUNCED.reason;
    return rests && transport === 'email' && addresses[at] !== undefined && isAt(addresses[at], isTheirs);
  });
  return index < 0 ? undefined : index;
}

/** Whether it rests on a mail to a member of staff, and the address is nobody's on the roster by now; believed once. */
function isOfNobodyNow(
  { addresses }: Notice,
  { state, attempts, movedOn }: Delivery,
  isTheirs: (address: string) => boolean,
  { organs }: Roster,
): boolean {
  const rests =
    state === 'sent' && attempts.some(({ transport, result }) => transport === 'email' && result === 'sent');
  return rests && !movedOn && addresses.every((one) => 'to' in one) && ![...staffAddressesIn(organs)].some(isTheirs);
}

/** A complainant has one address for mail. */
const isAt = (address: Address, isTheirs: (to: string) => boolean): boolean =>
  'to' in address ? isTheirs(address.to) : true;
