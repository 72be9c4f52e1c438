import type { Accused } from '../../accused/accused.ts';
import { dayOf } from '../../calendar/day.ts';
import type { CaseFact } from '../../case/acts.ts';
import type { Case } from '../../case/case.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import { PAUSE_TEXT } from '../../case/handling/penalty.ts';
import { ruleOf } from '../../clocks/policy.ts';
import { type LawOfDay, lawOn } from '../../law/cite.ts';
import { above } from '../../organs.ts';
import { deadline } from '../date-words.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { AFTER_ANSWER_LETTERS } from './after-answer-letters.ts';
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
import { askedExtensionLetters, extendedLetters, refusedExtensionLetters } from './extension-letters.ts';
import { followUpLetters, reopenedLetter, setApartLetters } from './follow-up-letters.ts';
import { incidentLetters, neighbourLetters } from './incident-letters.ts';
import { releasedLetters, unjoinedLetters } from './joining-letters.ts';
import { agreedLetters, objectionLetters, refusedLetters } from './objection-letters.ts';
import { officerLetters } from './officer-letters.ts';
import { OVERSIGHT_LETTERS } from './oversight-letters.ts';
import { RECTIFICATION_LETTERS } from './rectification-letters.ts';
import { REVIEW_LETTERS } from './review-letters.ts';
import { partLetters, wholeMovedLetters } from './splitting-letters.ts';
import { say } from './staff-texts.ts';
import { supervisorLetters } from './supervisor-letters.ts';
import { toldAbove } from './told-above.ts';
import { emergencyLetter, urgentLetters } from './urgent-letters.ts';

/** The letters that an event causes at the bureaus. `state` is the case right after the event. */
export function lettersOf(event: CaseEvent, state: Case, rules: Rules): readonly Letter[] {
  if (event.type === 'unrecognised') return [];
  const letters: LettersFor<typeof event> = LETTERS[event.type];
  return [...letters(event, state, rules), ...supervisorLetters(event, state, rules)];
}

type LettersFor<Event> = { write(event: Event, state: Case, rules: Rules): readonly Letter[] }['write'];

/** Written out where an event is no bureau's business. */
const nobody = (): readonly Letter[] => [];

/** Who at the bureaus is told of what: complete by type, so that nobody is forgotten. */
const LETTERS: { readonly [Type in CaseFact['type']]: LettersFor<EventOf<Type>> } = {
  registered: (event, state, rules) => [
    ...urgentLetters(event.route.lead, state, lawOf(event, rules)),
    ...assignmentLetters(event.route, state, rules),
    ...handlingLetters(event, rules),
    ...accusedLetters(accusedBeside(event), rules, unknownOffices(event, rules)),
  ],
  accepted: nobody,
  declined: (event, state, rules) => toldAbove('不予受理', event, state, rules, event.explanation),
  transferred: (event, state, rules) => toldAbove('移送', event, state, rules, event.explanation),
  joined: (event, state, rules) => toldAbove('并案', event, state, rules),
  absorbed: nobody,
  unjoined: unjoinedLetters,
  released: releasedLetters,
  'taken-back': nobody,
  split: (event, state, rules) => toldAbove('拆分', event, state, rules, event.reason),
  'part-moved': partLetters,
  'way-sent': (event, state, rules) => toldAbove(`发送${event.to}`, event, state, rules, event.words),
  'way-acknowledged': nobody,
  'way-answered': wayAnswered,
  'way-unanswered': (event, state, rules) => toldAbove(`不再等待${event.to}的答复`, event, state, rules, event.words),
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
  reclassified: (event, state, rules) =>
    becameEmergency(event) ? [emergencyLetter(state.lead, lawOf(event, rules))] : [],
  'place-corrected': nobody,
  objected: objectionLetters,
  'incident-reported': incidentLetters,
  'neighbours-informed': neighbourLetters,
  'return-agreed': agreedLetters,
  'return-refused': refusedLetters,
  'extension-requested': askedExtensionLetters,
  'extension-refused': refusedExtensionLetters,
  extended: extendedLetters,
  reported: ({ findings }, { lead }, rules) => {
    const words = say('reported', { organ: nameOf(lead, rules), findings });
    return [{ kind: '审查', organ: above(lead, 1, rules).id, to: BY_MAIL, words }];
  },
  returned: ({ missing, started }, { lead }) => [
    { kind: '退回', organ: lead, to: AT_ONCE, words: say('returned', { missing }), clock: started[0]?.name },
  ],
  'violation-suspected': nobody,
  'filing-declined': (event, state, rules) => toldAbove('不予立案', event, state, rules, event.reason),
  'penalty-filed': (event, state, rules) =>
    endsReview(event, state) ? toldAbove('立案查处', event, state, rules) : [],
  'penalty-paused': ({ cause, reason }, { lead }, rules) => {
    const words = say('penalty-paused', { organ: nameOf(lead, rules), cause: PAUSE_TEXT[cause], reason });
    return [{ kind: '变更', organ: above(lead, 1, rules).id, to: BY_MAIL, words }];
  },
  'penalty-resumed': ({ to: due }, { lead }) => [
    { kind: '变更', organ: lead, to: BY_MAIL, words: say('penalty-resumed', { due }) },
  ],
  'penalty-ended': nobody,
  'penalty-published': nobody,
  ...RECTIFICATION_LETTERS,
  'closing-proposed': proposedLetters,
  'closing-returned': returnedClosingLetters,
  ...OVERSIGHT_LETTERS,
  ...REVIEW_LETTERS,
  ...AFTER_ANSWER_LETTERS,
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

/** The law of the day on which it happened. */
const lawOf = ({ at }: CaseEvent, { statutes }: Rules): LawOfDay => lawOn(dayOf(at), statutes);

/** The level above was to review what the lead had reported, and need not now. */
const endsReview = ({ at }: EventOf<'penalty-filed'>, { clocks }: Case): boolean =>
  clocks.some(({ name, stoppedAt }) => name === 'review' && stoppedAt === at);

const idsOf = (accused: readonly Accused[]): readonly string[] => accused.map(({ organ }) => organ);

/** Of whoever led an earlier case the letter about its handling tells. */
function accusedBeside({ accused = [], repeats = [] }: EventOf<'registered'>): readonly string[] {
  const led = repeats.filter(({ relation }) => relation === 'about-handling').map(({ lead }) => lead);
  return idsOf(accused).filter((id) => !led.includes(id));
}

/** To the lead, unless it wrote it down itself. */
function wayAnswered({ to, words, actor }: EventOf<'way-answered'>, { lead }: Case): readonly Letter[] {
  if (actor.kind === 'staff' && actor.organ === lead) return [];
  return [{ kind: '答复', organ: lead, to: BY_MAIL, words: say('way-answered', { office: to, answer: words }) }];
}

function becameEmergency({ before, after }: EventOf<'reclassified'>): boolean {
  return after.urgency === 'emergency' && before.urgency !== 'emergency';
}

function changeLetter(event: EventOf<'recomputed'>, { lead }: Case, { policies }: Rules): Letter {
  const changes = event.changes.map(({ clock: name, policy, from, to }) => {
    const duty = ruleOf({ name, policy }, policies)?.duty ?? name;
    return `${duty}：原期限${deadline(from)}，现期限${deadline(to)}`;
  });
  return { kind: '变更', organ: lead, to: BY_MAIL, words: say('recomputed', { changes: changes.join('\n') }) };
}
