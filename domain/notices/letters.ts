import type { Accused } from '../accused/accused.ts';
import type { CaseFact } from '../case/acts.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { PAUSE_TEXT } from '../case/penalty.ts';
import { ruleOf } from '../clocks/policy.ts';
import { above } from '../organs.ts';
import { AFTER_LETTERS } from './after-letters.ts';
import {
  accusedLetters,
  assignmentLetters,
  handlingLetters,
  reassignmentLetters,
  unknownOffices,
} from './assignment-letters.ts';
import { opinionLetters } from './assistance-letters.ts';
import { chaseLetters } from './chase-letters.ts';
import { proposedLetters, returnedClosingLetters } from './closing-letters.ts';
import { followUpLetters, reopenedLetter, setApartLetters } from './follow-up-letters.ts';
import { incidentLetters, neighbourLetters } from './incident-letters.ts';
import { releasedLetters, unjoinedLetters } from './joining-letters.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from './letter.ts';
import { LIFE_LETTERS } from './life-letters.ts';
import type { Rules } from './matter-lines.ts';
import { agreedLetters, objectionLetters, refusedLetters } from './objection-letters.ts';
import { officerLetters } from './officer-letters.ts';
import { OVERSIGHT_LETTERS } from './oversight-letters.ts';
import { REVIEW_LETTERS } from './review-letters.ts';
import { partLetters, wholeMovedLetters } from './splitting-letters.ts';
import { toldAbove } from './told-above.ts';
import { emergencyLetter, urgentLetters } from './urgent-letters.ts';
import { deadline } from './words.ts';

/** The letters that an event causes at the bureaus. `state` is the case right after the event. */
export function lettersOf(event: CaseEvent, state: Case, rules: Rules): readonly Letter[] {
  if (event.type === 'unrecognised') return [];
  const letters: LettersFor<typeof event> = LETTERS[event.type];
  return letters(event, state, rules);
}

type LettersFor<Event> = { write(event: Event, state: Case, rules: Rules): readonly Letter[] }['write'];

/** Written out where an event is no bureau's business. */
const nobody = (): readonly Letter[] => [];

/** Who at the bureaus is told of what: complete by type, so that nobody is forgotten. */
const LETTERS: { readonly [Type in CaseFact['type']]: LettersFor<EventOf<Type>> } = {
  registered: (event, state, rules) => [
    ...urgentLetters(event.route.lead, state),
    ...assignmentLetters(event.route, state, rules),
    ...handlingLetters(event, rules),
    ...accusedLetters(accusedBeside(event), rules, unknownOffices(event, rules)),
  ],
  accepted: nobody,
  declined: (event, state, rules) => toldAbove('不予受理', event, state, rules),
  transferred: (event, state, rules) => toldAbove('移送', event, state, rules),
  joined: (event, state, rules) => toldAbove('并案', event, state, rules),
  absorbed: nobody,
  unjoined: unjoinedLetters,
  released: releasedLetters,
  'taken-back': nobody,
  split: (event, state, rules) => toldAbove('拆分', event, state, rules),
  'part-moved': partLetters,
  'way-sent': (event, state, rules) => toldAbove(`发送${event.to}`, event, state, rules),
  'way-acknowledged': nobody,
  'way-answered': wayAnswered,
  'whole-moved': ({ started }, { lead }) => wholeMovedLetters(started, lead),
  assigned: reassignmentLetters,
  accused: (event, state, rules) => [
    ...(event.held.lead === event.from ? [] : assignmentLetters(event.held, state, rules)),
    ...accusedLetters(idsOf(event.accused), rules),
  ],
  'accused-corrected': (event, state, rules) => [
    ...(event.lead === event.from ? [] : assignmentLetters(event, state, rules)),
    ...accusedLetters(
      event.accused.filter((id) => !event.before.includes(id)),
      rules,
    ),
  ],
  reclassified: (event, state) => (becameEmergency(event) ? [emergencyLetter(state.lead)] : []),
  'place-corrected': nobody,
  objected: objectionLetters,
  'incident-reported': incidentLetters,
  'neighbours-informed': neighbourLetters,
  'return-agreed': agreedLetters,
  'return-refused': refusedLetters,
  'extension-requested': ({ reason }, { lead }) => {
    const opening = `该件申请延期，请批准或者不同意。理由：${reason}`;
    return [{ kind: '审批', organ: lead, to: [['leader', 'email']], subject: '延期申请待批准', opening }];
  },
  'extension-refused': ({ reason }, { lead }) => {
    const opening = `延期申请未获批准，请在原期限内办结。理由：${reason}`;
    return [{ kind: '审批', organ: lead, to: AT_ONCE, subject: '不同意延期', opening }];
  },
  extended: (event, state, rules) => toldAbove('延期', event, state, rules),
  reported: (_, { lead }, rules) => {
    const opening = `${nameOf(lead, rules)}已报送办理情况，请审查。`;
    return [{ kind: '审查', organ: above(lead, 1, rules).id, to: BY_MAIL, subject: '办理情况待审查', opening }];
  },
  returned: ({ missing, started }, { lead }) => {
    const opening = `办理情况经审查退回，请补充：${missing}`;
    const clock = started[0]?.name;
    return [{ kind: '退回', organ: lead, to: AT_ONCE, subject: '请补充材料', opening, clock }];
  },
  'violation-suspected': nobody,
  'penalty-filed': nobody,
  'penalty-paused': ({ cause, reason }, { lead }, rules) => [
    {
      kind: '变更',
      organ: above(lead, 1, rules).id,
      to: BY_MAIL,
      subject: '处罚期限中止计算',
      opening: `${nameOf(lead, rules)}因${PAUSE_TEXT[cause]}中止计算处罚期限。理由：${reason}`,
    },
  ],
  'penalty-resumed': ({ to }, { lead }) => [
    {
      kind: '变更',
      organ: lead,
      to: BY_MAIL,
      subject: '处罚期限恢复计算',
      opening: `处罚期限已恢复计算，现期限${deadline(to)}。`,
    },
  ],
  'penalty-ended': nobody,
  ...LIFE_LETTERS,
  'closing-proposed': proposedLetters,
  'closing-returned': returnedClosingLetters,
  ...OVERSIGHT_LETTERS,
  ...REVIEW_LETTERS,
  ...AFTER_LETTERS,
  closed: nobody,
  'followed-up': (event, state, rules) => [
    ...followUpLetters(event, state, rules),
    ...(event.held ? assignmentLetters(event.held, state, rules) : []),
    ...accusedLetters(idsOf(event.accused ?? []), rules),
  ],
  reopened: (event, state, rules) => [reopenedLetter(event, state), ...toldAbove('重新办理', event, state, rules)],
  'reopening-declined': nobody,
  'set-apart': (event, state) => setApartLetters(event, state),
  noted: nobody,
  attached: nobody,
  'assistance-answered': opinionLetters,
  'officer-named': officerLetters,
  'officer-changed': officerLetters,
  'contact-revealed': nobody,
  chased: chaseLetters,
  recomputed: (event, state, rules) => [changeLetter(event, state, rules)],
};

const idsOf = (accused: readonly Accused[]): readonly string[] => accused.map(({ organ }) => organ);

/** Of whoever led an earlier case the letter about its handling tells. */
function accusedBeside({ accused = [], repeats = [] }: EventOf<'registered'>): readonly string[] {
  const led = repeats.filter(({ relation }) => relation === 'about-handling').map(({ lead }) => lead);
  return idsOf(accused).filter((id) => !led.includes(id));
}

/** To the lead, unless it wrote it down itself. */
function wayAnswered({ to, words, actor }: EventOf<'way-answered'>, { lead }: Case): readonly Letter[] {
  if (actor.kind === 'staff' && actor.organ === lead) return [];
  const opening = `该件已发送${to}，现收到答复，请一并研究：${words}`;
  return [{ kind: '答复', organ: lead, to: BY_MAIL, subject: `${to}已答复`, opening }];
}

function becameEmergency({ before, after }: EventOf<'reclassified'>): boolean {
  return after.urgency === 'emergency' && before.urgency !== 'emergency';
}

function changeLetter(event: EventOf<'recomputed'>, { lead }: Case, { policies }: Rules): Letter {
  const changes = event.changes.map(({ clock: name, policy, from, to }) => {
    const duty = ruleOf({ name, policy }, policies)?.duty ?? name;
    return `${duty}：原期限${deadline(from)}，现期限${deadline(to)}`;
  });
  const opening = `期限已重新计算。${changes.join('；')}。`;
  return { kind: '变更', organ: lead, to: BY_MAIL, subject: '期限变更', opening };
}
