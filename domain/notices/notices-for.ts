import { withoutAccused } from '../accused/recusal.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import type { Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { staffNotices } from './staff-notices.ts';
import { complainantNotices } from './tellings.ts';

/**
 * Every notice that an event causes. `state` is the case at or after the event. The same event gives the same notice
 * ids. `accused`: whom the case accuses by now: no letter goes to them, though it did not accuse them then.
 */
export function noticesFor(
  event: CaseEvent,
  state: Case,
  all: Rules,
  { accused }: Pick<Case, 'accused'> = state,
): readonly Notice[] {
  const rules = withoutAccused(all, accused);
  return [...staffNotices(event, state, rules), ...complainantNotices(event, state, rules)];
}
