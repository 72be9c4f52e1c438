import * as z from 'zod';
import type { Day, Instant } from '../../calendar/day.ts';
import type { Limits } from '../../clocks/set-limit.ts';
import { DaySchema, InstantSchema, stored } from '../../stored.ts';
import { withItemLimit } from '../oversight/numbered-items.ts';
import { type Actor, organOf } from '../people/actor.ts';
import { REACHES } from './addressee.ts';

/** 六种办理方式 of the 2020 guiding opinion. */
export const WAYS = ['local', 'business', 'regional', 'enforcement', 'inspection', 'publicity'] as const;
export type WayCode = (typeof WAYS)[number];

/** 定期: those whose cases go in a list, every so many days. */
export const LISTED_WAYS = ['regional', 'enforcement', 'inspection', 'publicity'] as const satisfies readonly WayCode[];

/** The ways by which people send a case: five of the six, `local` being its own handling, and 横向推送. */
const BY_HAND = ['business', 'regional', 'enforcement', 'inspection', 'publicity', 'lateral'] as const;
export const SentWaySchema = z.enum(BY_HAND);

/** The same, and what has an act of its own: 重点问题督办单. */
export const RecordedWaySchema = z.enum([...BY_HAND, 'order']);

/** So many a case remembers, one for each way and office. */
const MOST_SENT = 20;

/** Which of those whose answer is asked for by a day: it names the clock. */
export const SentItemSchema = z.int().min(1).max(MOST_SENT);

/** 已发送的办理方式: to whom a case was sent, when, under what number, and what became of it. */
export const WayRecordSchema = stored({
  way: RecordedWaySchema,
  to: z.string(),
  /** 文号. */
  number: z.string().optional(),
  /** Who sent it. */
  by: z.string(),
  sentAt: InstantSchema,
  /** The last day on which an answer is in time, where one is asked for by a day. */
  answerBy: DaySchema.optional(),
  item: SentItemSchema.optional(),
  /** How it left, where it left by us. */
  reached: z.enum(REACHES).optional(),
  acknowledgedAt: InstantSchema.optional(),
  answeredAt: InstantSchema.optional(),
  /** Since when it is waited for no longer. */
  unansweredAt: InstantSchema.optional(),
});

export type WayRecord = Readonly<z.infer<typeof WayRecordSchema>>;

type Named = Pick<WayRecord, 'way' | 'to'>;

interface Forwarded {
  readonly waysSent?: readonly WayRecord[] | undefined;
}

const isSame = (one: Named, { way, to }: Named): boolean => one.way === way && one.to === to;

/** What was sent that way to that office, if anything was. */
export const sentWay = ({ waysSent = [] }: Forwarded, named: Named): WayRecord | undefined =>
  waysSent.find((one) => isSame(one, named));

/** Whether an answer may still be waited for. */
export const isAwaited = ({ answeredAt, unansweredAt }: WayRecord): boolean =>
  (answeredAt ?? unansweredAt) === undefined;

/** Why nothing can be sent that way to that office now. */
export function whyNotSent(state: Forwarded, named: Named): string | undefined {
  const before = sentWay(state, named);
  if (before && isAwaited(before)) return '已向该单位发送，尚待答复';
  return !before && (state.waysSent?.length ?? 0) >= MOST_SENT ? `一件最多登记${MOST_SENT}项发送` : undefined;
}

/** The number of a further one that an answer is asked for: the first that none has that waits. */
export function freeAnswerItem({ waysSent = [] }: Forwarded): number {
  const waiting = waysSent.filter(isAwaited).map(({ item }) => item);
  return Array.from({ length: MOST_SENT }, (_, index) => index + 1).find((number) => !waiting.includes(number))!;
}

interface Sent {
  readonly to: string;
  readonly number?: string | undefined;
  readonly answerBy?: Day | undefined;
  readonly item?: number | undefined;
  readonly reached?: WayRecord['reached'];
  readonly at: Instant;
  readonly actor: Actor;
}

/** What a case keeps of what was sent, beside the way. */
export const sentRecord = (
  { lead }: { readonly lead: string },
  { to, number, answerBy, item, reached, at, actor }: Sent,
) => ({
  ...{ to, number, answerBy, item, reached },
  sentAt: at,
  by: organOf(actor) ?? lead,
});

/** The limits of a case with one for that answer, where it is asked for by a day. */
export const withAnswerLimit = (limits: Limits | undefined, { to, answerBy: until, item }: Sent): Limits | undefined =>
  until === undefined || item === undefined
    ? limits
    : withItemLimit(limits, { entry: 'sent-answer', item, until, basis: `向${to}发送时指定的答复期限` });

/** With what was sent last in place of what was sent the same way to the same office before. */
export const withWaySent = ({ waysSent = [] }: Forwarded, record: WayRecord): readonly WayRecord[] => [
  ...waysSent.filter((one) => !isSame(one, record)),
  record,
];

/** With the change of what was sent that way to that office. */
export const withWayChanged = (
  { waysSent }: Forwarded,
  named: Named,
  change: Pick<WayRecord, 'acknowledgedAt' | 'answeredAt' | 'unansweredAt'>,
): Forwarded['waysSent'] => waysSent?.map((one) => (isSame(one, named) ? { ...one, ...change } : one));
