import type { Absorbed, Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import type { Channel } from '../complaint.ts';
import { complainantAddresses } from './addresses.ts';
import { type Notice, QUERY_CODE } from './notice.ts';

/** What a complainant is told: where the matter stands now, and what that means. */
export interface Telling {
  readonly status: string;
  readonly explanation: string;
}

/** Whom a letter goes to: whoever sent the complaint of that receipt, by the way they came. */
type Addressee = Pick<Absorbed, 'receipt' | 'channel'>;

/** One notice to one complainant, under their own receipt. Its id names no other receipt: mail carries it. */
export function noticeTo(
  { receipt, channel }: Addressee,
  id: string,
  { at }: CaseEvent,
  { status, explanation }: Telling,
): Notice {
  return {
    id,
    caseId: receipt,
    at,
    addresses: complainantAddresses(receipt, channel),
    subject: `【信访告知】${status} [${receipt}]`,
    text: `您好：\n\n您提交的生态环境信访件（受理编号：${receipt}）${status}。\n${explanation}${howToAsk(channel)}`,
    sms: { use: 'complainant', values: { receipt, status } },
  };
}

/** Whoever came through another door may have been given no query code yet: see acknowledgement.ts. */
const GIVES_CODE: readonly Channel[] = ['web', 'partner'];

function howToAsk(channel: Channel): string {
  const code = GIVES_CODE.includes(channel) ? '' : `（${QUERY_CODE}）`;
  return `\n\n凭受理编号和查询码${code}可以随时查询办理进度。`;
}

/** To whoever sent the complaint that opened the case. */
export function toOwn(event: CaseEvent, { channel }: Case, telling: Telling): readonly Notice[] {
  return [noticeTo({ receipt: event.caseId, channel }, `${event.caseId}#${event.seq}#complainant`, event, telling)];
}

/** To everybody whose complaint was joined to the case before this event. */
export function toAbsorbed(event: CaseEvent, { absorbed = [] }: Case, telling: Telling): readonly Notice[] {
  return absorbed.filter(({ seq }) => seq < event.seq).map((one) => toJoint(one, event, telling));
}

/** To one of them. */
export function toJoint({ receipt, channel }: Addressee, event: CaseEvent, { status, explanation }: Telling): Notice {
  const whole = { status, explanation: `该件已与同一事项并案办理。${explanation}` };
  return noticeTo({ receipt, channel }, `${receipt}#joined-${event.seq}#complainant`, event, whole);
}

/**
 * 救济途径: what a written answer must name (facts 4.2 and 1.1 art. 35, confidence C). Matters that are handled by their
 * own law, as most reports of pollution are, know no review (facts 4.1, confidence B), hence the condition.
 */
export const REVIEW = '依照信访程序办理的事项，对答复意见不服的，可以自收到书面答复之日起30日内向上一级机关申请复查。';
