import { isShutOut } from '../../accused/recusal.ts';
import type { Instant } from '../../calendar/day.ts';
import type { Case } from '../../case/case.ts';
import type { CaseEvent } from '../../case/events.ts';
import { statusTextOf } from '../../case/status-text.ts';
import { SET_LIMIT } from '../../clocks/set-limit.ts';
import { COVER } from '../../personal-numbers.ts';
import { NO_DEADLINE } from '../list-message.ts';
import { matterOf, type Rules } from '../matter-lines.ts';
import { type Notice, ORDER_NUMBER } from '../notice.ts';
import { toldIn } from '../wording.ts';
import { sayOutside } from './outside-texts.ts';

/** An order that is answered with a case: whose, and under which receipt we hold it. */
export interface Answered {
  readonly partner: string;
  readonly number: string;
  readonly receipt: string;
}

/** With these a case ends, or goes on after all, and whoever handed it over waits for the result. */
const RESULTS: readonly CaseEvent['type'][] = ['declined', 'transferred', 'joined', 'unjoined', 'closed'];

/**
 * 反馈: the result to the partners whose orders end with an event, by mail where the province file names an address;
 * none to a partner that must not know of the case.
 */
export function senderNotices(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  if (!RESULTS.includes(event.type)) return [];
  return ordersOf(state, event).flatMap((order) => {
    const { reportTo } = rules.senders?.get(order.partner) ?? {};
    const isTold = reportTo !== undefined && !isKeptFrom(order.partner, rules);
    return isTold ? [reportOn(order, reportTo, event, state, rules)] : [];
  });
}

/** Whether a partner must not know of the case: it is an organ that this one accuses. */
export function isKeptFrom(partner: string, rules: Rules): boolean {
  const { organ } = rules.senders?.get(partner) ?? {};
  return organ !== undefined && isShutOut(organ, rules);
}

/** The number of an order for its partner: one that a case holds covered is put in on the way out. */
export const numberFor = ({ number, receipt }: Answered): { readonly number: string } & Pick<Notice, 'order'> =>
  number.includes(COVER) ? { number: ORDER_NUMBER, order: { receipt, number } } : { number };

/** Its own, and those that were joined to it before. */
export function ordersOf({ id, order, absorbed = [] }: Case, { seq }: CaseEvent): readonly Answered[] {
  const joined = absorbed.flatMap((one) =>
    one.order && one.seq < seq ? [{ ...one.order, receipt: one.receipt }] : [],
  );
  return order ? [{ ...order, receipt: id }, ...joined] : joined;
}

function reportOn(answered: Answered, to: string, event: CaseEvent, state: Case, { texts }: Rules): Notice {
  const { partner, receipt } = answered;
  const { number, order } = numberFor(answered);
  const status = statusTextOf(state);
  const words = sayOutside('order-result', {
    ...{ number, status, receipt, endedAt: event.at },
    ...matterOf(state),
    ...punctualityOf(state),
    ...resultOf(event),
  });
  const { subject, body, template } = toldIn(words, texts);
  const values = { kind: '反馈', receipt, place: state.place?.name ?? '', matter: state.title };
  return {
    id: `${event.caseId}#${event.seq}#${receipt}#${partner}#email`,
    caseId: event.caseId,
    at: event.at,
    addresses: [{ transport: 'email', organ: partner, role: 'handler', to }],
    subject: `【反馈】${subject}`,
    text: body,
    sms: { use: 'staff', values: { ...values, duty: status, due: NO_DEADLINE, next: '' } },
    template,
    order,
  };
}

function punctualityOf({ clocks }: Case): { readonly due?: Instant; readonly punctuality?: string } {
  const clock = clocks.find(({ name }) => name === SET_LIMIT);
  if (!clock?.stoppedAt) return {};
  return { due: clock.dueAt, punctuality: clock.stoppedAt < clock.dueAt ? '按期办理' : '逾期办理' };
}

function resultOf(event: CaseEvent) {
  switch (event.type) {
    case 'closed':
      return { answer: event.answer };
    case 'transferred':
      return { department: event.department, explanation: event.explanation };
    case 'unjoined':
      return { resumed: true };
    case 'declined':
      return { explanation: event.explanation };
    default:
      return {};
  }
}
