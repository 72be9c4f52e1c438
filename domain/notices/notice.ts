import type { Instant } from '../calendar/day.ts';
import type { ContactRole } from '../organ.ts';

/** 通知方式. */
export const TRANSPORTS = ['email', 'sms', 'wechat', 'wecom'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/**
 * One address to try. A member of staff is reached at work; a complainant's address is looked up in the vault at the moment
 * of sending, so that it lies in no queue.
 */
export type Address =
  | { readonly transport: Transport; readonly organ: string; readonly role: ContactRole; readonly to: string }
  | { readonly transport: Transport; readonly complaint: string };

/** A text message: the operator sends only approved templates, so it is a template of the province file and its values. */
export type TextMessage =
  | {
      readonly use: 'staff';
      readonly values: Readonly<Record<'kind' | 'receipt' | 'place' | 'matter' | 'duty' | 'due' | 'next', string>>;
    }
  | { readonly use: 'complainant'; readonly values: Readonly<Record<'receipt' | 'status', string>> };

/** 通知: one message to one recipient, with the addresses to fall back on, in order. */
export interface Notice {
  /** Derived from its event, so that relaying the event again makes no second notice. */
  readonly id: string;
  readonly caseId: string;
  readonly at: Instant;
  readonly addresses: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly sms: TextMessage;
}
