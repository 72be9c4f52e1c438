import type { Instant } from '../../../domain/calendar/day.ts';
import type { Contact } from '../../../domain/complaint.ts';
import type { Attempt } from '../../../domain/notices/delivery/attempt.ts';
import type { DeliveryState } from '../../../domain/notices/delivery/delivery-state.ts';
import type { Importance } from '../../../domain/notices/importance.ts';
import type { Notice, Transport } from '../../../domain/notices/notice.ts';

/**
 * What one transport says of one attempt. Only `refused`, `no-address` and `unknown` spend the address; after the
 * others the notice waits, and goes there later.
 */
export type SendResult = Answered & {
  /** Which of the transport's providers said so, where it has several. */
  readonly by?: string | undefined;
};

type Answered =
  | { readonly kind: 'sent'; readonly reference: string }
  /**
   * Not sent and never will be, for this address or these words: no such mailbox, no such number, content that nobody
   * passes on.
   */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The transport took nothing, and will soon: it is throttled, or cannot be reached. Nothing was sent. */
  | ({ readonly kind: 'busy'; readonly reason: string } & Rests)
  /**
   * The transport takes nothing before somebody has put something right, or before tomorrow: an empty account, a wrong
   * key. Nothing was sent.
   */
  | ({ readonly kind: 'barred'; readonly reason: string } & Rests)
  /**
   * This notice was not taken for now, others may be: too many for one number, a full mailbox, a reason that we do not
   * know. Nothing was sent.
   */
  | { readonly kind: 'later'; readonly reason: string }
  /** Nobody knows whether it went: sending again might send it twice. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /**
   * The person cannot be written to this way now, and nobody is at fault: they wrote too long ago, or want no messages.
   */
  | { readonly kind: 'no-address'; readonly reason: string };

interface Rests {
  /** Set where the transport was not even asked, for it took nothing before: when it is tried next. */
  readonly until?: Instant | undefined;
}

/** What a transport may need beside the notice. */
export interface Sending {
  readonly now: Instant;
  /** What became of the notice when it was tried at this address before. */
  readonly earlier?: Attempt | undefined;
  /** Set on the way to a complainant: their complaint, and the Message-ID of their mail if it was one. */
  readonly answers?: { readonly receipt: string; readonly messageId?: string | undefined } | undefined;
}

export type Send = (notice: Notice, to: string, sending: Sending) => Promise<SendResult>;

/** By a transport that the province does not have nobody can be reached. */
export type Transports = Readonly<Record<'email' | 'sms', Send> & Partial<Record<Transport, Send>>>;

/** What the vault holds on whom a notice is for. */
export interface Complainant {
  readonly contact?: Contact | undefined;
  readonly queryCode: string;
  readonly messageId?: string | undefined;
  /** Of a partner's order: its number. */
  readonly order?: { readonly number: string } | undefined;
}

/** Set while the notice waits for a transport, and nothing but the schedule will try it again. */
export interface Waiting {
  readonly importance: Importance;
  /** Since when it has waited. */
  readonly since: Instant;
  /** Not tried before then. */
  readonly until: Instant;
  /** When it goes on to addresses that were not tried yet, if it has any. */
  readonly widensAt?: Instant | undefined;
  /** It waits for no transport but for a list, or for working hours: until then. */
  readonly isPutBy?: true | undefined;
  /** It counts among the messages of its recipient's day already. */
  readonly isCounted?: true | undefined;
  /** What became of its list at the address where it is tried again: whatever counts tries there has counted it. */
  readonly earlier?: Attempt | undefined;
}

/** 送达情况: what became of a notice. */
export interface Delivery {
  /** What has the notice in hand, or had it last: a queue message, or a run of the schedule. */
  readonly claimedBy: string;
  readonly claimedAt: Instant;
  readonly state: DeliveryState;
  /** One for each address that was tried, in the order of the notice's addresses: what became of it there last. */
  readonly attempts: readonly Attempt[];
  readonly waiting?: Waiting | undefined;
  /** Counts the changes. */
  readonly version: number;
}

/** The part of a notice that is kept beside its delivery. */
export type NoticeHead = Pick<Notice, 'id' | 'caseId' | 'at' | 'subject'>;

export interface KnownDelivery {
  readonly notice: NoticeHead;
  readonly delivery: Delivery;
}

export interface ChangeDelivery {
  /** Writes `after` if the delivery still has the version of `before`; otherwise changes nothing and says false. */
  change(notice: NoticeHead, before: Delivery, after: Delivery): Promise<boolean>;
}

/** Not now: something else has the notice in hand. The message goes back to the queue and comes again. */
export class Busy extends Error {
  override readonly name = 'Busy';
}
