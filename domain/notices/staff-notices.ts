import type { Case, Clock } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { organNamed } from '../organs.ts';
import { addressesOf } from './addresses.ts';
import { type Letter, lettersOf } from './letters.ts';
import { clocksAtIssue, dutyLines, matterLines, placeOf, type Rules, shortDuty } from './matter-lines.ts';
import type { Notice, TextMessage } from './notice.ts';

/** What staff are told because of an event: one notice for each person and transport. */
export function staffNotices(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  return lettersOf(event, state, rules).flatMap((letter) =>
    letter.to.map(([role, transport]) => ({
      id: `${event.caseId}#${event.seq}#${letter.organ}#${role}#${transport}`,
      caseId: event.caseId,
      at: event.at,
      addresses: addressesOf(organNamed(letter.organ, rules), role, transport, event.at, rules.organs),
      subject: `【${letter.kind}】${event.caseId} ${letter.subject}`,
      text: mailText(letter, event, state, rules),
      sms: textMessage(letter, event, state, rules),
    })),
  );
}

function mailText(letter: Letter, { at }: CaseEvent, state: Case, rules: Rules): string {
  const duties = clocksOf(letter, state).map((clock) => dutyLines(state, clock, at, rules).join('\n'));
  return [letter.opening, matterLines(state).join('\n'), ...duties].join('\n\n');
}

/** An emergency waits for no legal period: the deadlines of an ordinary case would mislead. */
const EMERGENCY = { duty: '立即核实报告', due: '即刻', next: '属实的按规定时限报告' };

function textMessage(letter: Letter, { at }: CaseEvent, state: Case, rules: Rules): TextMessage {
  const clock = clocksOf(letter, state)[0];
  const duty = clock ? shortDuty(clock, at, rules) : { duty: letter.subject, due: '—', next: '' };
  const values = { kind: letter.kind, receipt: state.id, place: placeOf(state), matter: state.title, ...duty };
  return { use: 'staff', values: letter.kind === '紧急' ? { ...values, ...EMERGENCY } : values };
}

function clocksOf({ clock }: Letter, state: Case): readonly Clock[] {
  return clock === 'none' ? [] : clocksAtIssue(state, clock);
}
