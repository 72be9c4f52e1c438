import type { Case } from '../../case/case.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import { organNamed } from '../../organs.ts';
import { type Office, officeNamed } from '../../outside-offices.ts';
import { addressesOf } from '../addresses.ts';
import { NO_DEADLINE } from '../list-message.ts';
import { placeOf, type Rules } from '../matter-lines.ts';
import type { Address, Notice } from '../notice.ts';
import { type OfficialLetter, officialLetterOf, officialLetterText } from './official-letter.ts';
import { wayNotice } from './way-notices.ts';

/**
 * 致其他单位: the paper that an event sends to an office, as a letter, where anybody knows where that office is written to;
 * else it is printed and goes by hand.
 */
export function outsideNotices(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  if (event.type === 'way-sent' && event.way !== 'lateral') return byWay(event, state, rules);
  const paper = officialLetterOf(event, state, rules);
  const office = paper && officeNamed(paper.to, rules);
  return paper && office ? [noticeOf(paper, addressesIn(office, event, rules), event, state)] : [];
}

/** An organ of the roster hears of its cases otherwise. */
function byWay(event: EventOf<'way-sent'>, state: Case, rules: Rules): readonly Notice[] {
  const office = event.reached === 'notice' ? officeNamed(event.to, rules) : undefined;
  return office?.kind === 'outside' ? [wayNotice(event, state, addressOutside(office.email), rules)] : [];
}

const addressOutside = (to: string): Address => ({ transport: 'email', organ: 'outside', role: 'handler', to });

function addressesIn(office: Office, { at }: CaseEvent, rules: Rules): readonly Address[] {
  return office.kind === 'organ'
    ? addressesOf(organNamed(office.id, rules), 'handler', 'email', at, rules)
    : [addressOutside(office.email)];
}

function noticeOf(
  paper: OfficialLetter,
  addresses: readonly Address[],
  { caseId, at }: CaseEvent,
  state: Case,
): Notice {
  const values = { kind: '函件', receipt: state.id, place: placeOf(state), matter: state.title };
  return {
    id: `${caseId}#${paper.seq}#outside#email`,
    caseId,
    at,
    addresses,
    subject: `【${paper.title}】${paper.number ?? state.id}`,
    text: officialLetterText(paper),
    sms: { use: 'staff', values: { ...values, duty: `请收${paper.title}`, due: NO_DEADLINE, next: '' } },
  };
}
