import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import type { Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { senderNotices } from './sender-notices.ts';
import { staffNotices } from './staff-notices.ts';
import { complainantNotices } from './tellings.ts';

/**
 * Every notice that an event causes. `state` is the case at or after the event. The same event gives the same notice
 * ids.
 */
export function noticesFor(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  return [
    ...staffNotices(event, state, rules),
    ...complainantNotices(event, state, rules),
    ...senderNotices(event, state, rules),
  ];
}

/** By the first word of a letter: what each emergency causes at the bureaus when it comes alone. */
const TOLD_TOGETHER = ['紧急', '加急', '交办'];

/** What is left of them where the case is told together with others of its incident (gathered-letters.ts). */
export function noticesBesides(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  return noticesFor(event, state, rules).filter(
    ({ sms }) => sms.use === 'complainant' || !TOLD_TOGETHER.includes(sms.values.kind),
  );
}
