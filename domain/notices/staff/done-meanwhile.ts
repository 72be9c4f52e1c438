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
};

/**
 * Whether a notice need not go out any more: the duty that it reminds of was done, or what it asks of staff was decided
 * while it waited. What complainants and others are told is told all the same.
 */
export function isDoneMeanwhile(
  notice: Pick<Notice, 'sms' | 'wait'>,
  event: CaseEvent,
  now: Case,
  policies: Policies,
): boolean {
  if (isSuperseded(event, now)) return true;
  const isAsked = STILL_ASKED[event.type];
  return (
    notice.wait === 'hours' && notice.sms.use === 'staff' && isAsked !== undefined && !isAsked(event, now, policies)
  );
}
