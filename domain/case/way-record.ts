import type { Day, Instant } from '../calendar/day.ts';
import type { Limits } from '../clocks/set-limit.ts';
import type { Actor } from './actor.ts';
import { organOf } from './actor.ts';
import type { Case } from './case.ts';
import { withItemLimit } from './oversight.ts';
import { MOST_SENT, type WayRecord } from './ways.ts';

type Named = Pick<WayRecord, 'way' | 'to'>;

const isSame = (one: Named, { way, to }: Named): boolean => one.way === way && one.to === to;

/** What was sent that way to that office, if anything was. */
export const sentTo = ({ waysSent = [] }: Case, named: Named): WayRecord | undefined =>
  waysSent.find((one) => isSame(one, named));

/** Whether an answer may still be waited for. */
export const isAwaited = ({ answeredAt, unansweredAt }: WayRecord): boolean =>
  (answeredAt ?? unansweredAt) === undefined;

/** Why nothing can be sent that way to that office now. */
export function mayBeSent(state: Case, named: Named): string | undefined {
  const before = sentTo(state, named);
  if (before && isAwaited(before)) return '已向该单位发送，尚待答复';
  return !before && (state.waysSent?.length ?? 0) >= MOST_SENT ? `一件最多登记${MOST_SENT}项发送` : undefined;
}

/** The number of a further one that an answer is asked for: the first that none has that waits. */
export function askedOf({ waysSent = [] }: Case): number {
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
export const sentBy = ({ lead }: Case, { to, number, answerBy, item, reached, at, actor }: Sent) => ({
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
export const withSent = ({ waysSent = [] }: Case, record: WayRecord): readonly WayRecord[] => [
  ...waysSent.filter((one) => !isSame(one, record)),
  record,
];

/** With the change of what was sent that way to that office. */
export const withChanged = (
  { waysSent }: Case,
  named: Named,
  change: Pick<WayRecord, 'acknowledgedAt' | 'answeredAt' | 'unansweredAt'>,
): Case['waysSent'] => waysSent?.map((one) => (isSame(one, named) ? { ...one, ...change } : one));
