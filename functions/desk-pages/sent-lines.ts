import type { WayRecord } from '../../domain/case/outside/sent-ways.ts';
import { transferText } from '../../domain/case/outside/transfer-record.ts';
import { dateText, moment } from '../../domain/notices/date-words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { SENT_WAY_WORDS } from '../shared/words/words.ts';
import type { CaseState } from './case-state.ts';

/** 已发送、已移送: to whom, when, by when an answer is asked for, and what became of it. */
export const sentLines = ({ file: { state } }: CaseState): readonly Html[] => [
  ...(state.waysSent ?? []).map(sentLine),
  ...(state.transfer
    ? [line('移送', `${state.transfer.to}，${moment(state.transfer.at)}`, transferText(state.transfer))]
    : []),
];

function sentLine(record: WayRecord): Html {
  const { way, to, number, sentAt, answerBy } = record;
  const until = answerBy === undefined ? '' : `；${dateText(answerBy)}前答复`;
  const what = `${to}${number === undefined ? '' : `（${number}）`}，${moment(sentAt)}${until}`;
  return line(SENT_WAY_WORDS[way], what, standingOf(record));
}

function standingOf({ reached, acknowledgedAt, answeredAt, unansweredAt }: WayRecord): string {
  if (answeredAt !== undefined) return `已答复，${moment(answeredAt)}`;
  if (unansweredAt !== undefined) return `未答复，${moment(unansweredAt)}起不再等待`;
  if (acknowledgedAt !== undefined) return `已签收，${moment(acknowledgedAt)}`;
  return reached === 'by-hand' ? '待打印后人工送达' : '待签收';
}

const line = (name: string, what: string, standing: string): Html =>
  html`<dt>${name}</dt><dd>${what}<span class="sub">${standing}</span></dd>`;
