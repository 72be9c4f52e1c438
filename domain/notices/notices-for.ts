import { withoutAccused } from '../accused/recusal.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { NOTIFICATION_ORDER } from '../notification-order.ts';
import { complainantNotices } from './complainants/tellings.ts';
import type { Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { callbackNotices } from './outside/callback-notices.ts';
import { outsideNotices } from './outside/outside-notices.ts';
import { senderNotices } from './outside/sender-notices.ts';
import { staffNotices } from './staff/staff-notices.ts';
import { inOrder } from './transport-order.ts';

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
  const about = [`${event.caseId}#${event.seq}`];
  return [
    ...staffNotices(event, state, rules),
    ...complainantNotices(event, state, rules).map((notice) => ({
      ...notice,
      addresses: inOrder(notice.addresses, rules.order ?? NOTIFICATION_ORDER),
    })),
    ...senderNotices(event, state, rules),
    ...callbackNotices(event, state, rules),
    ...outsideNotices(event, state, rules),
  ].map((notice) => ({ ...notice, about }));
}

/** By the first word of a letter: what each emergency causes at the bureaus when it comes alone. */
const TOLD_TOGETHER = ['紧急', '加急', '交办'];

/** What is left of them where the case is told together with others of its incident (gathered-letters.ts). */
export function noticesBesides(...told: Parameters<typeof noticesFor>): readonly Notice[] {
  return noticesFor(...told).filter(({ sms }) => sms.use === 'complainant' || !TOLD_TOGETHER.includes(sms.values.kind));
}
