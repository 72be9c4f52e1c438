import * as z from 'zod';
import type { Instant } from '../calendar/day.ts';
import { CONTACT_ROLES } from '../organs.ts';

/** 通知方式. */
export const TRANSPORTS = ['email', 'sms', 'wechat', 'wecom', 'robot', 'callback'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** As people call them. */
export const TRANSPORT_TEXT: Readonly<Record<Transport, string>> = {
  email: '电子邮件',
  sms: '短信',
  wechat: '微信',
  wecom: '企业微信',
  robot: '群机器人',
  callback: '系统回传',
};

const transport = z.enum(TRANSPORTS);

/** Beside those of the roster: who audits the province, the group that a robot writes to, the system of a partner. */
const role = z.enum([...CONTACT_ROLES, 'auditor', 'group', 'partner']);

export const AddressSchema = z.union([
  z.object({ transport, organ: z.string(), role, to: z.string() }),
  z.object({ transport, complaint: z.string() }),
]);

/**
 * One address to try. A member of staff is reached at work; a complainant's address is looked up in the vault at the
 * moment of sending, so that it lies in no queue.
 */
export type Address = Readonly<z.infer<typeof AddressSchema>>;

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
 * For what a notice waits: `list` for the other rungs of ladders that are due with it; `along` for the same, and it does
 * not go out where there is none; `beside` as well, but several of them do: they are the letter beside a text message, which
 * names one case; `hours` for the next list, `batch` for the others that somebody caused with it at once; `hour` for its
 * own hour, at which it goes out by itself, quiet or not. What has hours itself waits for nothing.
 */
export const WAITS = ['list', 'along', 'beside', 'hours', 'batch', 'hour'] as const;
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
  /** Whose number stands where subject and text have `ORDER_NUMBER`, and what stands there once that is erased. */
  readonly order?: { readonly receipt: string; readonly number: string } | undefined;
  /** Which text of config/notices it is written by, and the version of that. */
  readonly template?: { readonly id: string; readonly version: string } | undefined;
  /** 回执: it answers what somebody has just sent us, so it must not go to a program, nor too often. */
  readonly kind?: 'acknowledgement' | undefined;
  /** For what it may wait before it is sent; for nothing where it says nothing. */
  readonly wait?: Wait | undefined;
  /** The deadline that it is about, or the first of them. */
  readonly dueAt?: Instant | undefined;
  /** The events that it speaks of, as `<case>#<seq>`. */
  readonly about?: readonly string[] | undefined;
  /** What a letter says once for all notices with the same words, each of which has a line in it. */
  readonly together?: string | undefined;
}

/** Several notices to one mailbox as one letter. */
export interface GatheredLetter {
  readonly subject: string;
  readonly text: string;
  /** What it says of each, in the order of the notices. */
  readonly parts: readonly string[];
}

/**
 * Stands in the text of a notice where the complainant's query code belongs. The code itself lies in no queue. A
 * character that Unicode keeps for use within a program (U+FDD0), and `cleaned` takes out of whatever comes from
 * outside: so nobody can type it.
 */
export const QUERY_CODE = '\ufdd0';

/** The same for the number that a partner gave to its order, where that would tell who complained (U+FDD1). */
export const ORDER_NUMBER = '\ufdd1';

/** What is put in only on the way out, by the mark that stands for it. */
export type Withheld = Readonly<Partial<Record<typeof QUERY_CODE | typeof ORDER_NUMBER, string>>>;

/** The notice as whoever it is for gets it. */
export function filledIn(notice: Notice, withheld: Withheld): Notice {
  const fill = (text: string) =>
    Object.entries(withheld).reduce((filled, [mark, value]) => filled.replaceAll(mark, () => value), text);
  return { ...notice, subject: fill(notice.subject), text: fill(notice.text) };
}
