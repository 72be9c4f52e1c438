import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { acknowledgements } from './acknowledgement.ts';
import { complainantNotices } from './complainant-notices.ts';
import { followUpNotices } from './follow-up-notices.ts';
import type { Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { staffNotices } from './staff-notices.ts';

/** Every notice that an event causes. `state` is the case at or after the event. The same event gives the same notice ids. */
export function noticesFor(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  const toComplainants = [
    ...acknowledgements(event),
    ...complainantNotices(event, state),
    ...followUpNotices(event, state),
  ];
  return [...staffNotices(event, state, rules), ...toComplainants];
}
