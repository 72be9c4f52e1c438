import type { Case } from '../../case/case.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import { AUTHORITIES } from '../../case/outside/informed-authorities.ts';
import { SUPERVISION_TEXT } from '../../case/oversight/supervisions.ts';
import { clockNameOf } from '../../clocks/clock-name.ts';
import { above } from '../../organs.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf, type Recipients } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { isFromAbove } from './from-above.ts';
import { say } from './staff-texts.ts';
import { DESK_AND_LEADER } from './urgent-letters.ts';

/** An order from above is the head's business too. */
const WITH_LEADER: Recipients = [...AT_ONCE, ['leader', 'email']];

/** Who at the bureaus is told of marks and orders from above. */
export const OVERSIGHT_LETTERS = {
  marked: (event: EventOf<'marked'>, state: Case): readonly Letter[] => {
    const { added, reason } = event;
    if (added.length === 0 || !isFromAbove(event, state)) return [];
    const names = added.map(({ name }) => `“${name}”`).join('、');
    return [{ kind: '标记', organ: state.lead, to: BY_MAIL, words: say('marked', { marks: names, reason }) }];
  },

  instructed: (event: EventOf<'instructed'>, { lead }: Case): readonly Letter[] => {
    const { item, from, words: instruction, until } = event;
    const clock = clockNameOf('instruction', item);
    const words = say('instructed', { from, instruction, until });
    return [{ kind: '批示', organ: lead, to: WITH_LEADER, words, clock }];
  },

  'instruction-answered': (event: EventOf<'instruction-answered'>, state: Case, rules: Rules): readonly Letter[] => {
    const asked = state.instructions?.find(({ item }) => item === event.item);
    if (!asked || asked.by === state.lead) return [];
    const said = { organ: nameOf(state.lead, rules), from: asked.from, answer: event.words };
    const words = say('instruction-answered', said);
    return [{ kind: '落实', organ: asked.by, to: BY_MAIL, words, withoutClocks: true }];
  },

  supervised: (event: EventOf<'supervised'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    const { item, kind, demands, until, number } = event;
    const order = `${SUPERVISION_TEXT[kind]}${number === undefined ? '' : `（${number}）`}`;
    const words = say('supervised', { organ: whoIn(event, lead, rules), order, demands, until });
    const clock = clockNameOf('supervision', item);
    return [{ kind: '督办令', organ: lead, to: WITH_LEADER, words, clock }];
  },

  'supervision-extended': (event: EventOf<'supervision-extended'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    const { item, from, until, reason } = event;
    const words = say('supervision-extended', { organ: whoIn(event, lead, rules), from, until, reason });
    const clock = clockNameOf('supervision', item);
    return [{ kind: '督办令', organ: lead, to: BY_MAIL, words, clock }];
  },

  'supervision-lifted': (event: EventOf<'supervision-lifted'>, state: Case, rules: Rules): readonly Letter[] => {
    const { kind = 'ordinary' } = state.supervisions?.find(({ item }) => item === event.item) ?? {};
    const organ = whoIn(event, state.lead, rules);
    const words = say('supervision-lifted', { organ, order: SUPERVISION_TEXT[kind], reason: event.reason });
    return [{ kind: '督办令', organ: state.lead, to: WITH_LEADER, words, withoutClocks: true }];
  },

  'order-issued': (event: EventOf<'order-issued'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    const { to: office, number, demands, answerBy: until, item } = event;
    const words = say('order-issued', { organ: whoIn(event, lead, rules), office, number, until, demands });
    const clock = clockNameOf('sent-answer', item);
    return [{ kind: '督办令', organ: lead, to: BY_MAIL, words, clock }];
  },
  acknowledged: (): readonly Letter[] => [],
  'transfer-acknowledged': (): readonly Letter[] => [],
  'authorities-informed': authorityLetters,
};

/** To the level above, at once: who else is at work on the emergency. */
function authorityLetters(event: EventOf<'authorities-informed'>, { lead }: Case, rules: Rules): readonly Letter[] {
  const organ = above(lead, 1, rules).id;
  if (organ === lead) return [];
  const words = say('authorities-informed', {
    organ: whoIn(event, lead, rules),
    authorities: event.authorities.map((one) => AUTHORITIES[one]).join('、'),
    toldAt: event.toldAt,
    news: event.words,
  });
  return [{ kind: '紧急', organ, to: DESK_AND_LEADER, words, withoutClocks: true }];
}

const whoIn = ({ actor }: CaseEvent, lead: string, rules: Rules): string =>
  nameOf(actor.kind === 'staff' ? actor.organ : lead, rules);
