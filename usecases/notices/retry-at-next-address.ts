import type { Address, Notice } from '../../domain/notices/notice.ts';
import { type FindNoticeDeps, findNotice } from './find-notice.ts';
import { Busy, type Delivery, distinct } from './send-notice.ts';

export interface RetryAtNextAddressDeps extends FindNoticeDeps {
  readonly deliveries: {
    read(notice: Notice): Promise<Delivery | undefined>;
    change(notice: Notice, before: Delivery, after: Delivery): Promise<boolean>;
  };
  readonly noticeQueue: { send(notices: readonly Notice[]): Promise<void> };
}

const BOUNCED = { result: 'refused', reason: 'bounced' } as const;

/**
 * A notice that counts as sent came back from an address (`isTheirs` knows it): the delivery goes on with the next one, once, however often
 * this is said. `needless` where that mail is not what the delivery rests on, or its matter is done; `lost` where nobody can tell which
 * notice it was. Throws `Busy` while the notice is being sent.
 */
export async function retryAtNextAddress(
  noticeId: string,
  isTheirs: (address: string) => boolean,
  deps: RetryAtNextAddressDeps,
): Promise<'queued' | 'needless' | 'lost'> {
  const { deliveries, noticeQueue } = deps;
  const notice = await findNotice(noticeId, deps);
  const delivery = notice && (await deliveries.read(notice));
  if (!notice || !delivery) return 'lost';
  if (delivery.state === 'sending') throw new Busy('the notice is being sent');
  if (!restsOn(notice, delivery, isTheirs)) return 'needless';
  if (delivery.state === 'sent') {
    const attempts = delivery.attempts.with(-1, { ...delivery.attempts.at(-1)!, ...BOUNCED });
    const reopened: Delivery = { ...delivery, state: 'waiting', attempts };
    if (!(await deliveries.change(notice, delivery, reopened))) throw new Busy('somebody else has it in hand');
  }
  await noticeQueue.send([notice]);
  return 'queued';
}

/** Whether the last attempt is that mail, and counts as sent, or was found to have bounced with nobody told yet. */
function restsOn(notice: Notice, { state, attempts }: Delivery, isTheirs: (address: string) => boolean): boolean {
  const last = attempts.at(-1);
  const address = distinct(notice.addresses)[attempts.length - 1];
  if (last?.transport !== 'email' || !address || !isAt(address, isTheirs)) return false;
  return state === 'sent' || (state === 'waiting' && last.reason === BOUNCED.reason);
}

/** A complainant has one address for mail. */
const isAt = (address: Address, isTheirs: (to: string) => boolean): boolean =>
  'to' in address ? isTheirs(address.to) : true;
