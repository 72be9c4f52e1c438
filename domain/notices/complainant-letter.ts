import { dayOf } from '../calendar/day.ts';
import type { Absorbed, Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { receiptOf } from '../case/splitting.ts';
import type { Told } from '../case/told.ts';
import { type Channel, ENTERED } from '../complaint.ts';
import type { Organiser } from '../organs.ts';
import { complainantAddresses } from './addresses.ts';
import { type Notice, QUERY_CODE } from './notice.ts';
import { dateText } from './words.ts';

/** 告知: what a complainant is told, and whose word it is. */
export type Telling = NonNullable<Told['notice']>;

/** Whom a letter goes to: whoever sent the complaint of that receipt, by the way they came. */
type Addressee = Pick<Absorbed, 'receipt' | 'channel'>;

/** A value of a text message holds so many characters. */
const MOST = 20;

/** One notice to one complainant, under their own receipt. Its id names no other receipt: mail carries it. */
export function noticeTo(
  { receipt, channel }: Addressee,
  id: string,
  { at }: CaseEvent,
  { organ, status, text }: Telling,
  { telephone, pages }: Organiser,
): Notice {
  const named = `${status}（${organ}）`;
  return {
    id,
    caseId: receipt,
    at,
    addresses: complainantAddresses(receipt, channel),
    subject: `【信访告知】${status} [${receipt}]`,
    text: [
      `您好：\n\n${organ}就您提交的生态环境信访件（登记编号：${receipt}）告知您：${status}。\n${text}`,
      `凭登记编号和查询码${codeFor(channel)}可以随时在 ${pages} 查询办理情况，查看、打印本告知全文。`,
      `${organ}\n${dateText(dayOf(at))}\n咨询电话：${telephone}`,
    ].join('\n\n'),
    sms: { use: 'complainant', values: { receipt, status: named.length <= MOST ? named : status } },
  };
}

/** Whoever came through another door may have been given no query code yet: see acknowledgement.ts. */
const GIVES_CODE: readonly Channel[] = ['web', 'partner', ...ENTERED];

const codeFor = (channel: Channel): string => (GIVES_CODE.includes(channel) ? '' : `（${QUERY_CODE}）`);

/** To whoever sent the complaint that opened the case, or the whole that it is a part of. */
export function toOwn(event: CaseEvent, state: Case, telling: Telling, organiser: Organiser): readonly Notice[] {
  const id = `${event.caseId}#${event.seq}#complainant`;
  return [noticeTo({ receipt: receiptOf(state), channel: state.channel }, id, event, telling, organiser)];
}

/** To everybody who complained of the matter. */
export const toAll = (
  event: CaseEvent,
  state: Case,
  telling: Telling,
  { organiser }: { readonly organiser: Organiser },
): readonly Notice[] => [...toOwn(event, state, telling, organiser), ...toAbsorbed(event, state, telling, organiser)];

/** To everybody whose complaint was joined to the case before this event. */
function toAbsorbed(
  event: CaseEvent,
  { absorbed = [] }: Case,
  telling: Telling,
  organiser: Organiser,
): readonly Notice[] {
  return absorbed.filter(({ seq }) => seq < event.seq).map((one) => toJoint(one, event, telling, organiser));
}

/** To one of them. */
export function toJoint(
  { receipt, channel }: Addressee,
  event: CaseEvent,
  telling: Telling,
  organiser: Organiser,
): Notice {
  const whole = { ...telling, text: `该件已与同一事项并案办理。\n${telling.text}` };
  return noticeTo({ receipt, channel }, `${receipt}#joined-${event.seq}#complainant`, event, whole, organiser);
}
