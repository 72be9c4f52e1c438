import { SUPERVISION_TEXT } from '../../domain/case/oversight.ts';
import { dateText, moment } from '../../domain/notices/words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

/** 督办情况: orders that wait for an answer or were ended, each with its number, by whom and by when. */
export function oversightCard({ file: { state }, organNameOf }: CaseState): Html | undefined {
  const { instructions = [], supervisions = [] } = state;
  const lines = [
    ...instructions.map(({ item, from, by, until, endedAt }) =>
      line(`批示${item}`, `${from}批示，${organNameOf(by)}登记`, `${dateText(until)}前反馈`, endedAt, '已反馈'),
    ),
    ...supervisions.map(({ item, kind, number, by, until, endedAt }) =>
      line(
        `督办${item}`,
        `${organNameOf(by)}${SUPERVISION_TEXT[kind]}${number === undefined ? '' : `（${number}）`}`,
        `${dateText(until)}前完成`,
        endedAt,
        kind === 'listed' ? '已摘牌' : '已解除',
      ),
    ),
  ];
  return lines.length === 0
    ? undefined
    : html`<div class="card"><h2>督办情况</h2><dl class="facts">${lines}</dl></div>`;
}

const line = (name: string, what: string, until: string, endedAt: string | undefined, ended: string): Html =>
  html`<dt>${name}</dt><dd>${what}<span class="sub">${endedAt === undefined ? until : `${ended}，${moment(endedAt)}`}</span></dd>`;
