import type { Case } from '../../domain/case/case.ts';
import { isEmergency, stageText, wasNone } from '../../domain/case/handling/incident.ts';
import { AUTHORITIES } from '../../domain/case/outside/informed-authorities.ts';
import { SUPERVISION_TEXT } from '../../domain/case/oversight/supervisions.ts';
import { dateText, moment } from '../../domain/notices/date-words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';
import { sentLines } from './sent-lines.ts';

/** 督办情况: orders that wait for an answer or were ended, each with its number, by whom and by when. */
export function oversightCard(page: CaseState): Html | undefined {
  const { file, organNameOf } = page;
  const { instructions = [], supervisions = [] } = file.state;
  const lines = [
    ...emergencyLines(file.state),
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
    ...sentLines(page),
  ];
  return lines.length === 0
    ? undefined
    : html`<div class="card"><h2>督办和发送</h2><dl class="facts">${lines}</dl></div>`;
}

const line = (name: string, what: string, until: string, endedAt: string | undefined, ended: string): Html =>
  html`<dt>${name}</dt><dd>${what}<span class="sub">${endedAt === undefined ? until : `${ended}，${moment(endedAt)}`}</span></dd>`;

/** 突发事件: where it stands as a whole, and who was told when. */
function emergencyLines(state: Case): readonly Html[] {
  const { stage, informed = [] } = state;
  if (stage === undefined && !isEmergency(state)) return [];
  const told = informed.map(({ authority, at }) => `${moment(at)}通报${AUTHORITIES[authority]}`).join('；');
  return [
    html`<dt>突发事件</dt><dd>${stageText(stage)}<span class="sub">${told || (!wasNone(state) && '尚未登记联动通报')}</span></dd>`,
  ];
}
