import type { Case } from '../../case/case.ts';
import { organNamed } from '../../organs.ts';
import { importanceOf, isPressing } from '../importance.ts';
import { asksToVerify, type Letter } from '../letter.ts';
import { clocksAtIssue, deskLink, type Rules } from '../matter-lines.ts';
import type { Notice } from '../notice.ts';
import { toldIn } from '../wording.ts';
import { sayList } from './list-texts.ts';

const DUTY = { urgent: '立即核实报告', other: '请在工作台查看办理' };

/**
 * 群通知: what the working group of an organ is told beside the person that a pressing letter (紧急, 加急, 督办, 超期) is for.
 * Many read it, and the group lies with somebody else: so it names the kind, the receipt, the duty, the deadline and
 * where the case is, nobody and no words of anybody. What waits for a list of the organ's people waits with it: a group
 * reads one message of a morning. None where the organ has no robot, and none of what is only repeated.
 */
export function groupNotices(notice: Notice | undefined, letter: Letter, state: Case, rules: Rules): readonly Notice[] {
  const { id: organ, robot } = organNamed(letter.organ, rules);
  if (!notice || robot === undefined || notice.sms.use !== 'staff') return [];
  if (!isPressing(notice) || letter.isAgain) return [];
  const { caseId, sms, wait } = notice;
  const { kind, due } = sms.values;
  const duty = dutyOf(notice, letter, state, rules);
  const said = { kind, receipt: caseId, duty, due, address: deskLink(caseId, rules) };
  const { subject, body } = toldIn(sayList('group', said), rules.texts);
  return [
    {
      id: `${notice.id.split('#').slice(0, 3).join('#')}#group#robot`,
      caseId,
      at: notice.at,
      addresses: [{ transport: 'robot', organ, role: 'group', to: robot }],
      subject,
      text: `${subject}\n${body}`,
      sms: { use: 'staff', values: { ...sms.values, place: '', matter: '', duty, next: '' } },
      ...(wait === 'list' && { wait }),
    },
  ];
}

/** In words of the rules only: those of a letter may name somebody. */
function dutyOf(notice: Notice, letter: Letter, state: Case, rules: Rules): string {
  const { kind, clock, withoutClocks } = letter;
  const tells = kind === '紧急' && !asksToVerify(letter);
  const running = withoutClocks || clock === undefined ? [] : clocksAtIssue(state, notice.at, rules, clock);
  return running[0]?.rule.duty ?? (importanceOf(notice) === 'urgent' && !tells ? DUTY.urgent : DUTY.other);
}
