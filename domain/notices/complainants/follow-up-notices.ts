import { pendingReview } from '../../case/answer/review.ts';
import type { Case } from '../../case/case.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import { isAnotherMatter } from '../../case/handling/follow-up-departures.ts';
import { earlierOf, isOfOneSitting } from '../../case/handling/follow-ups.ts';
import type { Channel, FollowUpKind } from '../../complaint.ts';
import type { Texts } from '../../texts/text.ts';
import type { Notice } from '../notice.ts';
import { bodyOf, type Wording } from '../wording.ts';
import { type Addressee, type LetterRules, noticeTo, type Telling } from './complainant-letter.ts';
import { tell } from './complainant-texts.ts';
import { type RemedyContext, remedyOf } from './remedies.ts';

const DAY_MS = 86_400_000;

type FollowedUp = EventOf<'followed-up'>;

/**
 * What those are told who sent more to their complaint, or asked for it to be opened again: under the receipt of that
 * complaint, as it is the one they keep. Nothing is said of what comes in one sitting with the complaint, and whoever
 * goes on writing is told again only after a day without a message: so no program that answers our mail keeps us
 * talking.
 */
export function followUpNotices(
  event: FollowedUp,
  state: Case,
  telling: Telling,
  rules: LetterRules,
): readonly Notice[] {
  if (wasToldOfLate(event, state)) return [];
  const notice = noticeTo(addresseeOf(event.to, event.channel, state), idOf(event.to, event), event, telling, rules);
  return [{ ...notice, addresses: notice.addresses.slice(0, 1), kind: 'acknowledgement' }];
}

/** To whoever wrote of another matter: under which number it is handled from now on. */
export function setApartNotices(
  event: EventOf<'set-apart'>,
  state: Case,
  telling: Telling,
  rules: LetterRules,
): readonly Notice[] {
  const sentBy = state.followUps?.find(({ receipt }) => receipt === event.receipt)?.channel ?? state.channel;
  return [noticeTo(addresseeOf(event.to, sentBy, state), idOf(event.to, event), event, telling, rules)];
}

export const setApart = ({ receipt: other }: EventOf<'set-apart'>): Wording => tell('telling-set-apart', { other });

export const setApartMilestone = ({ receipt }: EventOf<'set-apart'>): string =>
  `您补充的情况属于另一事项，已另行登记（登记编号：${receipt}）`;

/** To whoever had asked for the case to be opened again. */
export function refusalNotices(
  event: EventOf<'reopening-declined'>,
  state: Case,
  telling: Telling,
  rules: LetterRules,
): readonly Notice[] {
  return event.askedBy.map((receipt) => toSenderOf(receipt, event, state, telling, rules));
}

/** To whoever sent that complaint, the one that opened the case or one that was joined to it. */
export const toSenderOf = (
  receipt: string,
  event: CaseEvent,
  state: Case,
  telling: Telling,
  rules: LetterRules,
): Notice => noticeTo(addresseeOf(receipt, state.channel, state), idOf(receipt, event), event, telling, rules);

/** `sentBy`: how the follow-up came, for whoever is known by nothing else. */
function addresseeOf(receipt: string, sentBy: Channel, state: Case): Addressee {
  const joined = state.absorbed?.find((other) => other.receipt === receipt);
  const isOwn = receipt === state.id;
  return joined ?? { receipt, channel: isOwn ? state.channel : sentBy, lang: state.classification.lang };
}

const idOf = (receipt: string, { seq }: CaseEvent): string => `${receipt}#follow-${seq}#complainant`;

const RECEIVED: Readonly<Record<FollowUpKind, { readonly status: string; readonly milestone: string }>> = {
  supplement: { status: '补充材料', milestone: '已收到您的补充材料' },
  urge: { status: '催办', milestone: '已收到您的催办' },
  'send-back': { status: '退单', milestone: '已收到退单' },
  withdraw: { status: '撤单', milestone: '已收到撤单，已记入该件' },
};

export function followUpMilestone({ as, asksReopening }: FollowedUp): string {
  return `${RECEIVED[as].milestone}${asksReopening ? '，转办理单位研究是否重新办理' : ''}`;
}

/**
 * What is raised again while it is being handled is answered by a word to that effect, and a withdrawal by what becomes
 * of it; what is another matter by the number that it gets. Nobody hears of a review that another complainant has asked
 * for.
 */
export function received({ to, as, asksReopening, departs }: FollowedUp, state: Case): Wording | undefined {
  if (isAnotherMatter(as, departs)) return undefined;
  const reopening = asksReopening === true;
  const reviewing = !reopening && pendingReview(state)?.by === to;
  const withdrawing = as === 'withdraw';
  return tell('telling-received', {
    what: RECEIVED[as].status,
    reopening,
    reviewing: reviewing && !withdrawing,
    withdrawing,
    handling: !reopening && !reviewing && !withdrawing,
  });
}

/** 终结以后: it is kept, and answered by what was told before. */
export const kept = ({ as, departs }: FollowedUp, concluded: string): Wording | undefined =>
  isAnotherMatter(as, departs) ? undefined : tell('telling-kept', { concluded });

export function refused(reason: string, { status, procedure }: Case, context: RemedyContext, texts: Texts): Wording {
  const remedy = status === 'closed' ? bodyOf(remedyOf(procedure, context), texts) : undefined;
  const declined = status === 'declined';
  return tell('telling-not-reopened', { reason, remedy, declined, transferred: !remedy && !declined });
}

/** `state` is the case after this event; what came before it is told of if that said the same. */
function wasToldOfLate(event: FollowedUp, state: Case): boolean {
  const earlier = earlierOf(event, state).at(-1);
  const isLate = earlier !== undefined && Date.parse(event.at) - Date.parse(earlier.at) < DAY_MS;
  if (event.asksReopening) return isLate && earlier.at >= (state.reopeningAsked?.since ?? event.at);
  return isLate || isOfOneSitting(event, state);
}
