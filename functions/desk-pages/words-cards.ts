import type { AnonymousComplaint, MediumLoss } from '../../domain/complaint.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { FOLLOW_UP_WORDS } from '../shared/words/words.ts';
import type { CaseState } from './case-state.ts';

/** 来信: what was written, its parts marked where there are several, then whatever came in later. */
export function wordsCards({ file }: CaseState): Html {
  const { state, complaint, followUps, joint } = file;
  const { parts = [] } = state.classification;
  return html`<div class="card"><h2>来信</h2>
${complaint ? letter(complaint, state.id, parts) : html`<p class="hint">您的岗位不能查看来信原文。</p>`}
${parts.length > 1 && html`<p class="hint">标出的是来信里不同的问题，共${parts.length}个。</p>`}</div>
${followUps.map(
  ({ as, at, receipt, complaint: later }) => html`<div class="card"><h2>后续来信：${FOLLOW_UP_WORDS[as]}</h2>
<p class="hint">${moment(at)}　${receipt}</p>${later && letter(later, state.id)}</div>`,
)}
${joint.map(
  ({ receipt, complaint: other }) =>
    html`<div class="card"><h2>并入的来信</h2><p class="hint">${receipt}</p>${other && letter(other, state.id)}</div>`,
)}`;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** What was written, with its address, its files and what else came with it. */
export function letter(complaint: AnonymousComplaint, caseId: string, parts: readonly Part[] = []): Html {
  const { receipt, text, quoted, address, target, occurredAt, attachments, sideRemarks = [] } = complaint;
  return html`<p class="said">${marked(text, parts.length > 1 ? parts : [])}</p>
<dl class="facts">
${fact('地址', address)}${fact('投诉对象', target)}${fact('发生时间', occurredAt)}
${sideRemarks.map(({ field, written }) => fact(`另写（${field}）`, written))}
</dl>
${quoted !== undefined && html`<details><summary>以前的来往邮件</summary><p class="said">${quoted}</p></details>`}
${
  attachments.length > 0 &&
  html`<h3>附件（${attachments.length}）</h3><ul>${attachments.map(({ name, key, lost }, index) =>
    key === undefined || lost !== undefined
      ? html`<li>${name} <span class="hint">${lost === undefined ? '还没有取到' : LOSSES[lost]}</span></li>`
      : html`<li><a class="go" href="/desk/cases/${caseId}/complaints/${receipt}/attachments/${index + 1}">${name}</a></li>`,
  )}</ul>`
}`;
}

/** Why there is no such file. */
const LOSSES: Readonly<Record<MediumLoss, string>> = {
  expired: '没有保存下来',
  'too-large': '没有保存下来',
  'never-came': '对方只报了文件名，文件没有及时传来；后来传来的，列为补充材料',
};

const fact = (name: string, value: string | undefined): Html | undefined =>
  value === undefined ? undefined : html`<dt>${name}</dt><dd>${value}</dd>`;

/** The text with its parts marked; parts do not overlap. */
function marked(text: string, parts: readonly Part[]): readonly (string | Html)[] {
  const inOrder = parts.toSorted((one, other) => one.start - other.start);
  const pieces: (string | Html)[] = [];
  let at = 0;
  for (const { start, end } of inOrder) {
    pieces.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...pieces, text.slice(at)];
}
