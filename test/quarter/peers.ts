import type { Instant } from '../../domain/calendar/day.ts';
import type { NoticeHours } from '../../domain/notices/delivery/waiting-hours.ts';
import type { Notice, Transport } from '../../domain/notices/notice.ts';
import type { Complainant, Send, Transports } from '../../usecases/notices/delivery/delivery.ts';
import type { Found, Inquire, Inquiries } from '../../usecases/notices/transports/inquiry.ts';
import { noticeHours } from '../support/rules.ts';
import type { Rng } from './chance.ts';
import { type Receipts, shuffledReceipts } from './receipts.ts';

/** One letter or text message as it was handed over. */
export interface Handed {
  readonly at: Instant;
  readonly transport: Transport;
  readonly to: string;
  readonly notice: Notice;
  /** Whether the sender was told that it was taken. */
  readonly isTold: boolean;
}

export interface Peers {
  readonly transports: Transports;
  readonly inquiries: Inquiries;
  readonly receipts: Receipts;
  readonly complainant: Complainant;
  readonly hours: NoticeHours;
  readonly handed: readonly Handed[];
  /** How often the mail host refused to talk, and text messages timed out, or failed at the carrier. */
  readonly faults: { mail: number; sms: number; carrier: number };
}

export interface Trouble {
  /** The mail host takes nothing from then to then. */
  readonly mailAway: { readonly from: Instant; readonly to: Instant };
  /** Each such text message times out: it was taken, and nobody is told. */
  readonly everySms: number;
  /** Each such text message fails at the carrier, which only the operator knows. */
  readonly everyCarrier: number;
  readonly chance: Rng;
}

/** A mail host and an operator of text messages, in trouble as told. */
export function peersIn({ mailAway, everySms, everyCarrier, chance }: Trouble): Peers {
  const handed: Handed[] = [];
  const faults = { mail: 0, sms: 0, carrier: 0 };
  const receipts = shuffledReceipts(chance);
  const texts = new Map<string, Found>();
  let calls = 0;
  const take = (transport: Transport, notice: Notice, to: string, at: Instant, isTold = true) =>
    void handed.push({ at, transport, to, notice, isTold });
  const email: Send = async (notice, to, { now }) => {
    if (mailAway.from <= now && now < mailAway.to) {
      faults.mail += 1;
      return { kind: 'busy', reason: 'ECONNREFUSED' };
    }
    take('email', notice, to, now);
    receipts.expect(notice, to, now);
    return { kind: 'sent', reference: notice.id };
  };
  const sms: Send = async (notice, to, { now }) => {
    calls += 1;
    const isLate = calls % everySms === 0;
    const isLost = calls % everyCarrier === 0;
    if (isLost) faults.carrier += 1;
    const receipt = { kind: isLost ? 'returned' : 'delivered', at: now } as const;
    texts.set(`${notice.id} ${to}`, { kind: 'taken', receipt });
    take('sms', notice, to, now, !isLate);
    if (!isLate) return { kind: 'sent', reference: notice.id };
    faults.sms += 1;
    return { kind: 'unknown', reason: 'timed out' };
  };
  const complainant = { contact: { email: 'qian@citizen.example', phone: '13911112222' }, queryCode: 'ABCD1234' };
  const ask: Inquire = async ({ id, to }) => texts.get(`${id} ${to}`) ?? { kind: 'absent' };
  return {
    ...{ transports: { email, sms }, inquiries: { sms: ask }, receipts },
    ...{ complainant, hours: noticeHours, handed, faults },
  };
}
