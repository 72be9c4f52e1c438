import type { CaseFact } from '../case/acts.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { ruleOf } from '../clocks/policy.ts';
import { above } from '../organs.ts';
import { assignmentLetters, handlingLetters } from './assignment-letters.ts';
import { chaseLetters } from './chase-letters.ts';
import { followUpLetters, reopenedLetter } from './follow-up-letters.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from './letter.ts';
import type { Rules } from './matter-lines.ts';
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
    ...assignmentLetters(event.route, rules),
    ...handlingLetters(event, rules),
  ],
  accepted: nobody,
  declined: nobody,
  transferred: nobody,
  joined: nobody,
  absorbed: nobody,
  assigned: (event, _, rules) => assignmentLetters(event, rules),
  reclassified: (event, state) => (becameEmergency(event) ? [emergencyLetter(state.lead)] : []),
  'place-corrected': nobody,
  'emergency-confirmed': ({ verdict, before }, state) =>
    verdict === 'confirmed' && before !== 'emergency' ? [emergencyLetter(state.lead)] : [],
  objected: ({ from, to, reason }, _, rules) => {
    const opening = `${nameOf(from, rules)}提出异议，请重新研判后交办。理由：${reason}`;
    return [{ kind: '异议', organ: to, to: BY_MAIL, subject: '责任单位提出异议', opening }];
  },
  extended: nobody,
  reported: (_, { lead }, rules) => {
    const opening = `${nameOf(lead, rules)}已报送办理情况，请审查。`;
    return [{ kind: '审查', organ: above(lead, 1, rules).id, to: BY_MAIL, subject: '办理情况待审查', opening }];
  },
  returned: ({ missing, started }, { lead }) => {
    const opening = `办理情况经审查退回，请补充：${missing}`;
    const clock = started[0]?.name;
    return [{ kind: '退回', organ: lead, to: AT_ONCE, subject: '请补充材料', opening, clock }];
  },
  closed: nobody,
  'followed-up': followUpLetters,
  reopened: (event, state) => [reopenedLetter(event, state)],
  'reopening-declined': nobody,
  chased: chaseLetters,
  recomputed: (event, state, rules) => [changeLetter(event, state, rules)],
};

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
