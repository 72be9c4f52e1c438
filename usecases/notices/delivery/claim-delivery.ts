import type { Instant } from '../../../domain/calendar/day.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { Busy, type ChangeDelivery, type Delivery, type NoticeHead } from './delivery.ts';

/** What has the notice in hand now. */
export interface Holder {
  /** Of the queue message, or of the run of the schedule. */
  readonly id: string;
  readonly now: Instant;
  /** The queue hands it out for the first time: most likely nothing has happened to it since it was put on record. */
  readonly isFirst?: boolean;
  /** Whatever had it in hand before is surely dead. */
  readonly takesOver?: boolean;
  /** The version that was listed: what somebody else has changed since then is left to them. */
  readonly version?: number;
}

export interface ClaimDelivery {
  /** Begins the delivery, as the holder's own, unless the notice has one already; gives back the one that stands. */
  claim(notice: Notice, holder: Holder): Promise<Delivery>;
}

/** In whose hand a notice is from its record until its message comes. */
export const queued = ({ at }: Pick<Notice, 'at'>): Holder => ({ id: 'queue', now: at });

const FIRST_VERSION = 1;

/** A delivery as its holder begins it. */
export const begun = ({ id: claimedBy, now: claimedAt }: Holder): Delivery => {
  return { claimedBy, claimedAt, state: 'waiting', attempts: [], version: FIRST_VERSION };
};

/** The delivery was assumed to be as it was begun, and is not; nothing was done. */
class Moved extends Busy {}

/** Changes a delivery; throws `Busy` where somebody else has done so. */
export async function changeOwn(
  notice: NoticeHead,
  before: Delivery,
  after: Delivery,
  deliveries: ChangeDelivery,
): Promise<void> {
  if (await deliveries.change(notice, before, after)) return;
  throw new (before.version === FIRST_VERSION ? Moved : Busy)('another has it in hand');
}

/**
 * Does `work` with the delivery of a notice. What comes from the queue for the first time is assumed to be as it was
 * put on record, so that nothing is read: the first change is made by that version or not at all, and where it is not,
 * the work is done with what stands. Until that change `work` may do nothing that counts twice.
 */
export async function withDelivery<Result>(
  notice: Notice,
  holder: Holder,
  deliveries: ClaimDelivery,
  work: (delivery: Delivery) => Promise<Result>,
): Promise<Result> {
  if (holder.isFirst) {
    try {
      return await work(begun(queued(notice)));
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
  return await work(await deliveries.claim(notice, holder));
}
