import { dateText, moment } from '../../domain/notices/date-words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

/** 整改: whose plan it is and until when, each milestone with whether it was reached. */
export function rectificationCard({ file: { state } }: CaseState): Html | undefined {
  const { plan, completedAt } = state.rectification ?? {};
  if (!plan) return undefined;
  return html`<div class="card" id="rectification"><h2>整改${completedAt !== undefined && `（${moment(completedAt)}完成）`}</h2>
<p>责任人：${plan.owner}；${dateText(plan.end)}前完成</p>
<ol>${plan.milestones.map(
    ({ what, by, doneAt }) =>
      html`<li>${what}<span class="sub">${doneAt === undefined ? `${dateText(by)}前` : `${moment(doneAt)}报已完成`}</span></li>`,
  )}</ol></div>`;
}
