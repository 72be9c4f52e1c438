import { type Case, runningClocks, type TakenIn } from '../case/case.ts';
import { DECLINE_REASONS } from '../case/commands.ts';
import type { CaseEvent } from '../case/events.ts';
import { STATUS_TEXT } from '../case/status-text.ts';
import type { Channel } from '../complaint.ts';
import { complainantAddresses } from './addresses.ts';
import { type Notice, QUERY_CODE } from './notice.ts';
import { deadline } from './words.ts';

/** What a complainant is told: where the matter stands now, and what that means. */
export interface Telling {
  readonly status: string;
  readonly explanation: string;
}

/**
 * What the complainant is told because of an event: taken up or not and why, passed on to whom, extended and why, and the answer
 * (条例 art. 23; 噪声污染防治法 art. 31; 12369办法 art. 8). So is everybody whose complaint was joined to the case, under their own
 * receipt. One notice each, by WeChat if they came that way, else by e-mail or text message; who left no address gets none, and asks with
 * receipt and query code.
 */
export function complainantNotices(event: CaseEvent, state: Case): readonly Notice[] {
  const told = tellingOf(event, state);
  const toOwn = told
    ? [
        noticeTo(
          { receipt: event.caseId, channel: state.channel },
          `${event.caseId}#${event.seq}#complainant`,
          event,
          told,
        ),
      ]
    : [];
  return [...toOwn, ...jointNotices(event, state)];
}

/** Their ids, too, name their own receipt only: mail carries them. */
function jointNotices(event: CaseEvent, state: Case): readonly Notice[] {
  const told = jointTellingOf(event, state);
  if (!told) return [];
  const { takenIn = [] } = state;
  const joined = event.type === 'took-in' ? [event] : takenIn.filter(({ seq }) => seq < event.seq);
  const explanation = `该件已与同一事项并案办理。${told.explanation}`;
  return joined.map(({ receipt, channel }) =>
    noticeTo({ receipt, channel }, `${receipt}#joined-${event.seq}#complainant`, event, { ...told, explanation }),
  );
}

type Addressee = Pick<TakenIn, 'receipt' | 'channel'>;

/** One notice to one complainant, under their own receipt. */
export function noticeTo(
  { receipt, channel }: Addressee,
  id: string,
  { at }: CaseEvent,
  { status, explanation }: Telling,
): Notice {
  return {
    ...{ id, caseId: receipt, at },
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

/**
 * 救济途径: what a written answer must name (facts 4.2 and 1.1 art. 35, confidence C). Matters that are handled by their own law, as most
 * reports of pollution are, know no review (facts 4.1, confidence B), hence the condition.
 */
export const REVIEW = '依照信访程序办理的事项，对答复意见不服的，可以自收到书面答复之日起30日内向上一级机关申请复查。';

const answered = (answer: string): string => `答复意见：${answer}\n${REVIEW}`;

/** That a case was taken up they need not hear: that theirs is handled with it, they have been told. */
function jointTellingOf(event: CaseEvent, state: Case): Telling | undefined {
  if (event.type === 'took-in') return event.late ? lateTelling(state) : undefined;
  return event.type === 'accepted' || event.type === 'joined' ? undefined : tellingOf(event, state);
}

/** The case ended in the moment in which the other was joined to it. */
function lateTelling({ status, answer }: Case): Telling | undefined {
  if (status === 'joined') return undefined;
  const explanation = answer === undefined ? '详情请向办理单位咨询。' : answered(answer);
  return { status: STATUS_TEXT[status], explanation };
}

function tellingOf(event: CaseEvent, state: Case): Telling | undefined {
  switch (event.type) {
    case 'accepted':
      return { status: '已受理', explanation: answerBy(state) };
    case 'reopened':
      return { status: '已重新办理', explanation: answerBy(state) };
    case 'declined':
      return { status: '不予受理', explanation: `原因：${DECLINE_REASONS[event.reason]}。${event.explanation}` };
    case 'transferred':
      return {
        status: `已移送${event.department}`,
        explanation: `该事项属于${event.department}职责，已依法移送。${event.explanation}`,
      };
    case 'joined':
      return {
        status: '已与同一事项并案办理',
        explanation: '您反映的事项与正在办理的另一信访件为同一事项，已并案办理。办理结果同样会告知您。',
      };
    case 'extended':
      return {
        status: '办理期限已延长',
        explanation: `经批准，办理期限延长至${deadline(event.to)}。原因：${event.reason}`,
      };
    case 'closed':
      return { status: '已办结', explanation: answered(event.answer) };
    default:
      return undefined;
  }
}

function answerBy(state: Case): string {
  const handle = runningClocks(state).find(({ name }) => name === 'handle');
  return handle ? `我们将在${deadline(handle.dueAt)}前办结并答复您。` : '办结后将答复您。';
}
