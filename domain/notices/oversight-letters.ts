import type { Case } from '../case/case.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { AUTHORITIES } from '../case/linkage.ts';
import { SUPERVISION_TEXT } from '../case/oversight.ts';
import { clockNameOf } from '../clocks/clock-name.ts';
import { above } from '../organs.ts';
import { isFromAbove } from './from-above.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf, type Recipients } from './letter.ts';
import type { Rules } from './matter-lines.ts';
import { DESK_AND_LEADER } from './urgent-letters.ts';
import { dateText, moment } from './words.ts';

/** An order from above is the head's business too. */
const WITH_LEADER: Recipients = [...AT_ONCE, ['leader', 'email']];

/** Who at the bureaus is told of marks and orders from above. */
export const OVERSIGHT_LETTERS = {
  marked: (event: EventOf<'marked'>, state: Case): readonly Letter[] => {
    const { added, reason } = event;
    if (added.length === 0 || !isFromAbove(event, state)) return [];
    const names = added.map(({ name }) => `“${name}”`).join('、');
    const opening = `上级单位将该件标记为${names}，请抓紧办理。${reason === undefined ? '' : `说明：${reason}`}`;
    return [{ kind: '标记', organ: state.lead, to: BY_MAIL, subject: `已标记${names}`, opening }];
  },

  instructed: ({ item, from, words, until }: EventOf<'instructed'>, { lead }: Case): readonly Letter[] => {
    const opening = `${from}对该件批示：${words}\n请于${dateText(until)}前反馈落实情况。`;
    const clock = clockNameOf('instruction', item);
    return [{ kind: '批示', organ: lead, to: WITH_LEADER, subject: `${from}批示`, opening, clock }];
  },

  'instruction-answered': (event: EventOf<'instruction-answered'>, state: Case, rules: Rules): readonly Letter[] => {
    const asked = state.instructions?.find(({ item }) => item === event.item);
    if (!asked || asked.by === state.lead) return [];
    const opening = `${nameOf(state.lead, rules)}反馈了${asked.from}批示的落实情况：${event.words}`;
    return [{ kind: '落实', organ: asked.by, to: BY_MAIL, subject: '批示落实情况', opening, withoutClocks: true }];
  },

  supervised: (event: EventOf<'supervised'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    const { item, kind, demands, until, number } = event;
    const order = `${SUPERVISION_TEXT[kind]}${number === undefined ? '' : `（${number}）`}`;
    const opening = `${whoIn(event, lead, rules)}对该件${order}。要求：${demands}\n请于${dateText(until)}前完成，并申请解除。`;
    const clock = clockNameOf('supervision', item);
    return [{ kind: '督办令', organ: lead, to: WITH_LEADER, subject: order, opening, clock }];
  },

  'supervision-extended': (event: EventOf<'supervision-extended'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    const { item, from, until, reason } = event;
    const opening = `${whoIn(event, lead, rules)}将督办期限由${dateText(from)}延至${dateText(until)}。理由：${reason}`;
    const clock = clockNameOf('supervision', item);
    return [{ kind: '督办令', organ: lead, to: BY_MAIL, subject: '督办延期', opening, clock }];
  },

  'supervision-lifted': (event: EventOf<'supervision-lifted'>, state: Case, rules: Rules): readonly Letter[] => {
    const { kind = 'ordinary' } = state.supervisions?.find(({ item }) => item === event.item) ?? {};
    const opening = `${whoIn(event, state.lead, rules)}解除了${SUPERVISION_TEXT[kind]}。理由：${event.reason}`;
    const subject = kind === 'listed' ? '已摘牌' : '已解除督办';
    return [{ kind: '督办令', organ: state.lead, to: WITH_LEADER, subject, opening, withoutClocks: true }];
  },

  'order-issued': (event: EventOf<'order-issued'>, { lead }: Case, rules: Rules): readonly Letter[] => {
    const { to, number, demands, answerBy, item } = event;
    const opening = `${whoIn(event, lead, rules)}已向${to}发出重点问题督办单（${number}），请于${dateText(answerBy)}前答复。要求：${demands}`;
    const clock = clockNameOf('sent-answer', item);
    return [{ kind: '督办令', organ: lead, to: BY_MAIL, subject: `已发督办单（${number}）`, opening, clock }];
  },
  'transfer-acknowledged': (): readonly Letter[] => [],
  'authorities-informed': authorityLetters,
};

/** To the level above, at once: who else is at work on the emergency. */
function authorityLetters(event: EventOf<'authorities-informed'>, { lead }: Case, rules: Rules): readonly Letter[] {
  const organ = above(lead, 1, rules).id;
  if (organ === lead) return [];
  const names = event.authorities.map((one) => AUTHORITIES[one]).join('、');
  const opening = `${whoIn(event, lead, rules)}已于${moment(event.toldAt)}通报${names}：${event.words}`;
  return [{ kind: '紧急', organ, to: DESK_AND_LEADER, subject: '应急联动通报', opening, withoutClocks: true }];
}

const whoIn = ({ actor }: CaseEvent, lead: string, rules: Rules): string =>
  nameOf(actor.kind === 'staff' ? actor.organ : lead, rules);
