import type { Instant } from '../calendar/day.ts';
import type { ContactRole } from '../organs.ts';

/** 通知方式. */
export const TRANSPORTS = ['email', 'sms', 'wechat', 'wecom'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/**
 * One address to try. A member of staff is reached at work; a complainant's address is looked up in the vault at the
 * moment of sending, so that it lies in no queue.
 */
export type Address =
  | {
      readonly transport: Transport;
      readonly organ: string;
      readonly role: ContactRole | 'auditor';
      readonly to: string;
    }
  | { readonly transport: Transport; readonly complaint: string };

/**
 * A text message: the operator sends only approved templates, so it is a template of the province file and its values.
 */
export type TextMessage =
  | {
      readonly use: 'staff';
      readonly values: Readonly<Record<'kind' | 'receipt' | 'place' | 'matter' | 'duty' | 'due' | 'next', string>>;
    }
  | { readonly use: 'complainant'; readonly values: Readonly<Record<'receipt' | 'status', string>> };

/**
 * For what a notice waits: `list` for the other rungs of ladders that are due with it, `hours` for working hours, `batch`
 * for the others that somebody caused with it at once. What has hours itself waits for nothing.
 */
export const WAITS = ['list', 'hours', 'batch'] as const;
export type Wait = (typeof WAITS)[number];

/** 通知: one message to one recipient, with the addresses to fall back on, in order. */
export interface Notice {
  /** Derived from its event, so that relaying the event again makes no second notice. */
  readonly id: string;
  readonly caseId: string;
  readonly at: Instant;
  readonly addresses: readonly Address[];
  readonly subject: string;
  /** May hold `QUERY_CODE`. */
  readonly text: string;
  readonly sms: TextMessage;
  /** Which text of config/notices it is written by, and the version of that. */
  readonly template?: { readonly id: string; readonly version: string } | undefined;
  /** 回执: it answers what somebody has just sent us, so it must not go to a program, nor too often. */
  readonly kind?: 'acknowledgement' | undefined;
  /** For what it may wait before it is sent; for nothing where it says nothing. */
  readonly wait?: Wait | undefined;
  /** What a letter says once for all notices with the same words, each of which has a line in it. */
  readonly together?: string | undefined;
}

/**
 * Stands in the text of a notice where the complainant's query code belongs. The code itself lies in no queue. A
 * character that Unicode keeps for use within a program (U+FDD0), and `cleaned` takes out of whatever comes from
 * outside: so nobody can type it.
 */
export const QUERY_CODE = '\ufdd0';

/** The notice as the complainant gets it. */
export function withQueryCode(notice: Notice, queryCode: string): Notice {
  return { ...notice, text: notice.text.replaceAll(QUERY_CODE, queryCode) };
}
