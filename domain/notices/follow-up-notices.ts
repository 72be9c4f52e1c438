import type { Case } from '../case/case.ts';
import { isAnotherMatter } from '../case/departure.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { earlierOf, isOfOneSitting } from '../case/follow-ups.ts';
import type { Channel, FollowUpKind } from '../complaint.ts';
import { noticeTo, REVIEW, type Telling } from './complainant-letter.ts';
import type { Notice } from './notice.ts';

const DAY_MS = 86_400_000;

type FollowedUp = EventOf<'followed-up'>;

/**
 * What those are told who sent more to their complaint, or asked for it to be opened again: under the receipt of that
 * complaint, as it is the one they keep. Nothing is said of what comes in one sitting with the complaint, and whoever
 * goes on writing is told again only after a day without a message: so no program that answers our mail keeps us
 * talking.
 */
export function followUpNotices(event: FollowedUp, state: Case): readonly Notice[] {
  if (isAnotherMatter(event.as, event.departs) || wasToldOfLate(event, state)) return [];
  const notice = told(event.to, event, event.channel, state, received(event));
  return [{ ...notice, addresses: notice.addresses.slice(0, 1), kind: 'acknowledgement' }];
}

/** To whoever wrote of another matter: under which number it is handled from now on. */
export function setApartNotices(event: EventOf<'set-apart'>, state: Case): readonly Notice[] {
  const sentBy = state.followUps?.find(({ receipt }) => receipt === event.receipt)?.channel ?? state.channel;
  const explanation = `您后来反映的情况属于另一事项，已另行登记（受理编号：${event.receipt}），是否受理将另行告知您。`;
  return [told(event.to, event, sentBy, state, { status: '补充材料已另行登记', explanation })];
}

export function setApartMilestone({ receipt, to }: EventOf<'set-apart'>, asked: string): string | undefined {
  return to === asked ? `您补充的情况属于另一事项，已另行登记（受理编号：${receipt}）` : undefined;
}

/** To whoever had asked for the case to be opened again. */
export function refusalNotices(event: EventOf<'reopening-declined'>, state: Case): readonly Notice[] {
  const telling = refused(event.reason, state);
  return event.askedBy.map((receipt) => told(receipt, event, state.channel, state, telling));
}

/** `sentBy`: how the follow-up came, for whoever is known by nothing else. */
function told(receipt: string, event: CaseEvent, sentBy: Channel, state: Case, telling: Telling): Notice {
  const joined = state.absorbed?.find((other) => other.receipt === receipt);
  const addressee = joined ?? { receipt, channel: receipt === state.id ? state.channel : sentBy };
  return noticeTo(addressee, `${receipt}#follow-${event.seq}#complainant`, event, telling);
}

const RECEIVED: Readonly<Record<FollowUpKind, { readonly status: string; readonly milestone: string }>> = {
  supplement: { status: '补充材料', milestone: '已收到您的补充材料' },
  urge: { status: '催办', milestone: '已收到您的催办' },
  'send-back': { status: '退单', milestone: '已收到退单' },
};

export function followUpMilestone({ to, as, asksReopening }: FollowedUp, receipt: string): string | undefined {
  if (to !== receipt) return undefined;
  return `${RECEIVED[as].milestone}${asksReopening ? '，转办理单位研究是否重新办理' : ''}`;
}

/**
 * 《信访工作条例》: what is raised again while it is being handled is answered by a word to that effect (facts 1.1, confidence
 * B).
 */
function received({ as, asksReopening }: FollowedUp): Telling {
  const explanation = asksReopening
    ? '该件此前已经结束，您的来信已按申请重新办理转交办理单位，是否重新办理将另行告知。'
    : '已转交办理单位，一并办理。';
  return { status: `${RECEIVED[as].status}已收到`, explanation };
}

/** The days of a review count from the written answer, so no date is named here. */
const REMEDY: Readonly<Record<'closed' | 'declined' | 'transferred', string>> = {
  closed: REVIEW,
  declined: '该件此前告知不予受理，可以按原告知书载明的途径提出。',
  transferred: '该件已移送其他部门，可以向该部门查询办理情况。',
};

function refused(reason: string, { status }: Case): Telling {
  const remedy = REMEDY[status as keyof typeof REMEDY];
  return { status: '不予重新办理', explanation: `原因：${reason}\n${remedy}` };
}

/** `state` is the case after this event; what came before it is told of if that said the same. */
function wasToldOfLate(event: FollowedUp, state: Case): boolean {
  const earlier = earlierOf(event, state).at(-1);
  const isLate = earlier !== undefined && Date.parse(event.at) - Date.parse(earlier.at) < DAY_MS;
  if (event.asksReopening) return isLate && earlier.at >= (state.reopeningAsked?.since ?? event.at);
  return isLate || isOfOneSitting(event, state);
}
