import { isShutOut } from '../../accused/recusal.ts';
import type { Case } from '../../case/case.ts';
import type { CaseEvent } from '../../case/events.ts';
import { officerAt } from '../../case/people/officers.ts';
import { isOfHours } from '../../clocks/timers.ts';
import { organNamed, roleAt } from '../../organs.ts';
import { addressesOf } from '../addresses.ts';
import { smsOrLetter } from '../delivery/sms-or-letter.ts';
import { waitOf } from '../delivery/waiting-hours.ts';
import { asksToVerify, type Letter, type Recipients } from '../letter.ts';
import { NO_DEADLINE } from '../list-message.ts';
import { groupNotices } from '../lists/group-notices.ts';
import { clocksAtIssue, placeOf, type RuledClock, type Rules, shortDuty } from '../matter-lines.ts';
import type { Notice, TextMessage } from '../notice.ts';
import { type Told, toldIn } from '../wording.ts';
import { lettersOf } from './letters.ts';
import { staffLetter } from './staff-letter.ts';

/** What staff are told because of an event. */
export function staffNotices(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  return written(lettersOf(event, state, rules), String(event.seq), event, state, rules);
}

/** Why something is written: at what case, and when. */
type Origin = Pick<CaseEvent, 'caseId' | 'at'> & { readonly actor?: CaseEvent['actor'] };

/** Letters as notices, one for each person and transport. `about` is the part of their ids after the case's. */
export function written(
  letters: readonly Letter[],
  about: string,
  origin: Origin,
  state: Case,
  rules: Rules,
): readonly Notice[] {
  const { caseId, at } = origin;
  const open = letters.filter(({ organ }) => !isShutOut(organ, rules));
  const notices = open.flatMap((letter) => {
    const said = toldIn(letter.words, rules.texts);
    const clocks = clocksOf(letter, state, at, rules);
    const own = recipientsAt(letter, rules).map(
      ([role, transport]): Notice => ({
        id: `${caseId}#${about}#${letter.organ}#${role}#${transport}`,
        caseId,
        at,
        addresses: addressesOf(
          organNamed(letter.organ, rules),
          role,
          transport,
          at,
          rules,
          letter.person ?? officerAt(state, letter.organ),
        ),
        subject: `【${letter.kind}】${caseId} ${said.subject}`,
        text: staffLetter(said.body, clocks, state, at, rules),
        sms: textMessage(said, letter, origin, state, rules),
        wait: waitOf(letter, state, rules),
        dueAt: clocks[0]?.clock.dueAt,
        template: said.template,
      }),
    );
    return [...smsOrLetter(own, letter), ...groupNotices(own[0], letter, state, rules)];
  });
  const others = notices.filter((notice) => !isTheirOwn(notice, origin, rules));
  const once = others.filter((notice, index) => !others.slice(0, index).some((one) => isSameLetter(one, notice)));
  return once.map((notice, index) => withOwnId(notice, once.slice(0, index)));
}

/** Whoever did it needs no letter about it; an address that they share with others gets one. */
function isTheirOwn({ addresses: [first] }: Notice, { actor }: Origin, { organs }: Rules): boolean {
  if (actor?.kind !== 'staff' || !first || !('to' in first)) return false;
  const there = organs.get(first.organ)?.contacts.filter(({ email, phone }) => [email, phone].includes(first.to)) ?? [];
  return there.length > 0 && there.every(({ sub }) => sub === actor.sub);
}

/** Whom an event has told, each by the addresses to try, without a word of what: for who only counts. */
export function staffTold(event: CaseEvent, state: Case, rules: Rules): readonly Notice['addresses'][] {
  const open = lettersOf(event, state, rules).filter(({ organ }) => !isShutOut(organ, rules));
  return open.flatMap((letter) => {
    const organ = organNamed(letter.organ, rules);
    const person = letter.person ?? officerAt(state, letter.organ);
    return recipientsAt(letter, rules).map(([role, transport]) =>
      addressesOf(organ, role, transport, event.at, rules, person),
    );
  });
}

/**
 * Whom the roster has in the roles that a letter is for, each once; whoever is told anyway is not told by another way
 * besides because they stand for a role that the organ does not have.
 */
function recipientsAt({ organ, to }: Letter, rules: Rules): Recipients {
  const own = organNamed(organ, rules);
  const meant = to.map(([role, transport]) => ({
    role: roleAt(own, role),
    transport,
    isThere: roleAt(own, role) === role,
  }));
  const told = meant.filter(({ role, isThere }) => isThere || !meant.some((one) => one.isThere && one.role === role));
  return [...new Map(told.map(({ role, transport }) => [`${role} ${transport}`, [role, transport] as const])).values()];
}

/** Two letters of one event to the same person are two notices. */
function withOwnId(notice: Notice, before: readonly Notice[]): Notice {
  const others = before.filter(({ id }) => id === notice.id).length;
  return others === 0 ? notice : { ...notice, id: `${notice.id}#${others + 1}` };
}

/** The same words to the same mailbox: where an organ has one address for several roles, one letter is enough. */
function isSameLetter(one: Notice, other: Notice): boolean {
  const [[to], [otherTo]] = [one.addresses, other.addresses];
  if (!to || !otherTo || !('to' in to) || !('to' in otherTo)) return false;
  return one.text === other.text && to.transport === otherTo.transport && to.to === otherTo.to;
}

/** What an emergency asks for, within its hours; at once where the letter names none. */
const EMERGENCY = { duty: '立即核实报告', next: '属实的在期限内报告' };

function textMessage(said: Told, letter: Letter, { at }: Origin, state: Case, rules: Rules): TextMessage {
  const clock = clocksOf(letter, state, at, rules)[0];
  const deadline = clock ? shortDuty(clock, at, rules) : { duty: said.subject, due: NO_DEADLINE, next: '' };
  // A letter that is about no clock says first why it was written.
  const duty = letter.clock === undefined ? { ...deadline, duty: said.subject } : deadline;
  const asked = said.sms === undefined ? {} : { duty: said.sms };
  const values = {
    kind: letter.kind,
    receipt: state.id,
    place: placeOf(state),
    matter: state.title,
    ...duty,
    ...(letter.kind === '紧急' && asksToVerify(letter) ? { ...EMERGENCY, ...(clock ? {} : { due: '即刻' }) } : {}),
    ...asked,
  };
  return { use: 'staff', values };
}

/** An emergency has its hours: as long as they run, the periods of an ordinary case would mislead. */
function clocksOf({ clock, withoutClocks }: Letter, state: Case, now: string, rules: Rules): readonly RuledClock[] {
  const all = withoutClocks ? [] : clocksAtIssue(state, now, rules, clock);
  const ofHours = all.filter((one) => isOfHours(one.clock, rules.policies));
  return state.classification.urgency === 'emergency' && ofHours.length > 0 ? ofHours : all;
}
