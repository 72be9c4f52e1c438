import { isShutOut } from '../accused/recusal.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { statusTextOf } from '../case/status.ts';
import { SET_LIMIT } from '../clocks/set-limit.ts';
import { matterLines, type Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { deadline, moment } from './words.ts';

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
    return isTold ? [reportOn(order, reportTo, event, state)] : [];
  });
}

/** Whether a partner must not know of the case: it is an organ that this one accuses. */
export function isKeptFrom(partner: string, rules: Rules): boolean {
  const { organ } = rules.senders?.get(partner) ?? {};
  return organ !== undefined && isShutOut(organ, rules);
}

/** Its own, and those that were joined to it before. */
export function ordersOf({ id, order, absorbed = [] }: Case, { seq }: CaseEvent): readonly Answered[] {
  const joined = absorbed.flatMap((one) =>
    one.order && one.seq < seq ? [{ ...one.order, receipt: one.receipt }] : [],
  );
  return order ? [{ ...order, receipt: id }, ...joined] : joined;
}

function reportOn({ partner, number, receipt }: Answered, to: string, event: CaseEvent, state: Case): Notice {
  const status = statusTextOf(state);
  const subject = `【反馈】${number} ${status} [${receipt}]`;
  const values = { kind: '反馈', receipt, place: state.place?.name ?? '', matter: state.title };
  return {
    id: `${event.caseId}#${event.seq}#${receipt}#${partner}#email`,
    caseId: event.caseId,
    at: event.at,
    addresses: [{ transport: 'email', organ: partner, role: 'handler', to }],
    subject,
    text: [
      `贵单位交办的${number}，现反馈办理结果：${status}。`,
      [...matterLines({ ...state, id: receipt }), `办理时间：${moment(event.at)}`, ...limitLines(state)].join('\n'),
      ...resultLines(event),
    ].join('\n\n'),
    sms: { use: 'staff', values: { ...values, duty: status, due: '—', next: '' } },
  };
}

function limitLines({ clocks }: Case): readonly string[] {
  const clock = clocks.find(({ name }) => name === SET_LIMIT);
  if (!clock?.stoppedAt) return [];
  const isMet = clock.stoppedAt < clock.dueAt;
  return [`指定期限：${deadline(clock.dueAt)}，${isMet ? '按期办理' : '逾期办理'}`];
}

function resultLines(event: CaseEvent): readonly string[] {
  switch (event.type) {
    case 'closed':
      return [`答复意见：${event.answer}`];
    case 'transferred':
      return [`移送${event.department}。${event.explanation}`];
    case 'unjoined':
      return ['该件已撤销并案，恢复单独办理，结果另行反馈。'];
    case 'declined':
      return [event.explanation];
    default:
      return [];
  }
}
