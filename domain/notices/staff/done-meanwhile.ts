import { pendingReview } from '../../case/answer/review.ts';
import type { Case } from '../../case/case.ts';
import { pendingExtension } from '../../case/clocks/extension.ts';
import type { CaseEvent } from '../../case/events.ts';
import type { Policies } from '../../clocks/policy.ts';
import type { Notice } from '../notice.ts';
import { isSuperseded } from './chase-letters.ts';

/** What asks somebody for a decision, by the event that causes it: whether it still waits for that. */
const STILL_ASKED: Readonly<
  Partial<Record<CaseEvent['type'], (event: CaseEvent, now: Case, policies: Policies) => boolean>>
> = {
  'closing-proposed': ({ at }, { closing }) => closing?.at === at,
  'extension-requested': ({ at }, now, policies) => pendingExtension(now, policies)?.asked.at === at,
  // One of before 2026-12 gave the case back at once, for somebody to assign.
  objected: (event, { objection }) => !('stays' in event && event.stays) || objection?.since === event.at,
  reported: (_, { status }) => status === 'reported',
  'review-requested': (event, now) => 'askedAt' in event && pendingReview(now)?.askedAt === event.askedAt,
};

/** The same by the kind of a letter: who is told of a case that it is theirs, or that somebody wants it opened again. */
const STILL_SO: Readonly<Record<string, (event: CaseEvent, now: Case, organ: string) => boolean>> = {
  交办: (_, { lead, assisting }, organ) => lead === organ || assisting.includes(organ),
  重办: (event, now) => event.type !== 'followed-up' || now.reopeningAsked?.by.includes(event.to) === true,
};

/**
 * Whether a notice need not go out any more: the duty that it reminds of was done, or what it tells or asks staff was
 * decided otherwise while it waited. What complainants and others are told is told all the same.
 */
export function isDoneMeanwhile(
  { sms, wait, addresses: [to] }: Pick<Notice, 'sms' | 'wait' | 'addresses'>,
  event: CaseEvent,
  now: Case,
  policies: Policies,
): boolean {
  if (isSuperseded(event, now)) return true;
  if (wait !== 'hours' || sms.use !== 'staff') return false;
  const isSo = STILL_SO[sms.values.kind];
  const organ = to && 'organ' in to ? to.organ : '';
  return STILL_ASKED[event.type]?.(event, now, policies) === false || isSo?.(event, now, organ) === false;
}
