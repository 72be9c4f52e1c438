import { type Day, dayOf } from '../../calendar/day.ts';
import type { Case } from '../../case/case.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import { cite } from '../../law/cite.ts';
import { organNamed } from '../../organs.ts';
import { dateText, moment } from '../date-words.ts';
import { placeOf, type Rules } from '../matter-lines.ts';

/** 函、督办单: what one office writes to another about a case. Holds no word of the complainant, and nothing of who they are. */
export interface OfficialLetter {
  /** Of the event that it was written for, within its case. */
  readonly seq: number;
  readonly title: string;
  readonly number?: string | undefined;
  readonly to: string;
  readonly paragraphs: readonly string[];
  /** Who signs. */
  readonly from: string;
  readonly day: Day;
}

/** The paper that an event sends to an office, if it sends one. `state` is the case at or after it. */
export function officialLetterOf(event: CaseEvent, state: Case, rules: Rules): OfficialLetter | undefined {
  if (event.type === 'transferred' && event.reached !== undefined) return transferPaper(event, state, rules);
  if (event.type === 'order-issued') return orderPaper(event, state, rules);
  return event.type === 'way-sent' && event.way === 'lateral' ? lateralPaper(event, state, rules) : undefined;
}

function transferPaper(event: EventOf<'transferred'>, state: Case, rules: Rules): OfficialLetter {
  const paragraphs = [
    '我单位收到下列信访事项，经核属贵单位职责，现移送贵单位，请依法处理。',
    ...facts(state),
    `移送理由：${event.explanation}`,
    `依据：${cite('transfer', dayOf(event.at), rules.statutes)}`,
    '移送去向我单位已告知信访人（未留联系方式的除外）。本函不载信访人的身份、联系方式和来信原文；办理需要的，请凭登记编号与我单位联系。',
    `${contact(state, rules)}收到后请告知我单位，以便登记签收。`,
  ];
  return { title: '信访事项移送函', to: event.department, paragraphs, ...signed(event, state, rules) };
}

function orderPaper(event: EventOf<'order-issued'>, state: Case, rules: Rules): OfficialLetter {
  const { to, number, demands, answerBy } = event;
  const paragraphs = [
    '下列生态环境信访问题群众反映突出，请督促有关单位办理。',
    ...facts(state),
    `督办要求：${demands}`,
    `请于${dateText(answerBy)}前书面答复办理情况。`,
    contact(state, rules),
  ];
  return { title: '重点问题督办单', number, to, paragraphs, ...signed(event, state, rules) };
}

function lateralPaper(event: EventOf<'way-sent'>, state: Case, rules: Rules): OfficialLetter {
  const { to, number, words, answerBy } = event;
  const paragraphs = [
    '下列信访问题涉及贵单位职责，现推送贵单位，请研究处理。该件仍由我单位办理和答复信访人。',
    ...facts(state),
    ...(words === undefined ? [] : [`说明：${words}`]),
    ...(answerBy === undefined ? [] : [`请于${dateText(answerBy)}前答复我单位。`]),
    contact(state, rules),
  ];
  return { title: '重点问题推送函', number, to, paragraphs, ...signed(event, state, rules) };
}

function facts(state: Case): readonly string[] {
  const { id, title, classification, receivedAt } = state;
  const types = classification.types.length > 0 ? `（${classification.types.join('、')}）` : '';
  return [`登记编号：${id}`, `事项：${title}${types}`, `地点：${placeOf(state)}`, `收到时间：${moment(receivedAt)}`];
}

const contact = ({ id, lead }: Case, rules: Rules): string =>
  `联系：${organNamed(lead, rules).name}，电话${rules.organiser.telephone}，请报登记编号${id}。`;

function signed(
  { seq, at, actor }: CaseEvent,
  { lead }: Case,
  rules: Rules,
): Pick<OfficialLetter, 'seq' | 'from' | 'day'> {
  const organ = actor.kind === 'staff' ? actor.organ : lead;
  return { seq, from: organNamed(organ, rules).name, day: dayOf(at) };
}

/** The same for who reads it as a letter. */
export const officialLetterText = ({ number, to, paragraphs, from, day }: OfficialLetter): string =>
  [...(number === undefined ? [] : [`文号：${number}`]), `${to}：`, ...paragraphs, `${from}\n${dateText(day)}`].join(
    '\n\n',
  );
