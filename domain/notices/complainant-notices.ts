import { type Case, runningClocks } from '../case/case.ts';
import { DECLINE_REASONS } from '../case/commands.ts';
import type { CaseEvent } from '../case/events.ts';
import type { Notice } from './notice.ts';
import { deadline } from './words.ts';

/**
 * What the complainant is told because of an event: taken up or not and why, passed on to whom, extended and why, and the answer
 * (条例 art. 23; 噪声污染防治法 art. 31; 12369办法 art. 8). One notice, by e-mail or else by text message; who left no
 * address gets none, and asks with receipt and query code.
 */
export function complainantNotices(event: CaseEvent, state: Case): readonly Notice[] {
  const told = tellingOf(event, state);
  if (!told) return [];
  const { status, explanation } = told;
  return [
    {
      id: `${event.caseId}#${event.seq}#complainant`,
      caseId: event.caseId,
      at: event.at,
      addresses: [
        { transport: 'email', complaint: event.caseId },
        { transport: 'sms', complaint: event.caseId },
      ],
      subject: `【信访告知】${event.caseId} ${status}`,
      text: `您好：\n\n您提交的生态环境信访件（受理编号：${event.caseId}）${status}。\n${explanation}${howToAsk(state)}`,
      sms: { use: 'complainant', values: { receipt: event.caseId, status } },
    },
  ];
}

/** Who wrote by e-mail was never given a query code. */
function howToAsk({ channel }: Case): string {
  return channel === 'email' ? '' : '\n\n凭受理编号和查询码可以随时查询办理进度。';
}

function tellingOf(event: CaseEvent, state: Case): { status: string; explanation: string } | undefined {
  switch (event.type) {
    case 'accepted': {
      const handle = runningClocks(state).find(({ name }) => name === 'handle');
      const until = handle ? `我们将在${deadline(handle.dueAt)}前办结并答复您。` : '办结后将答复您。';
      return { status: '已受理', explanation: until };
    }
    case 'declined':
      return { status: '不予受理', explanation: `原因：${DECLINE_REASONS[event.reason]}。${event.explanation}` };
    case 'transferred':
      return {
        status: `已移送${event.department}`,
        explanation: `该事项属于${event.department}职责，已依法移送。${event.explanation}`,
      };
    case 'extended':
      return {
        status: '办理期限已延长',
        explanation: `经批准，办理期限延长至${deadline(event.to)}。原因：${event.reason}`,
      };
    case 'closed':
      return { status: '已办结', explanation: `答复意见：${event.answer}` };
    default:
      return undefined;
  }
}
