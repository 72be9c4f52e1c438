import { deadline } from '../../domain/notices/date-words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

/** 拆分: the parts of a letter, each with whose it is and how far; or the letter that this is a part of. */
export function partsCard({ file: { state, parts }, organNameOf }: CaseState): Html | undefined {
  const { partOf } = state;
  if (partOf === undefined && parts.length === 0) return undefined;
  return html`<div class="card" id="parts"><h2>拆分</h2>
${partOf && html`<p>本件是<a class="go" href="/desk/cases/${partOf.whole}">${partOf.whole}</a>的一部分：签发后并入整件的答复，不单独发给信访人。</p>`}
${
  parts.length > 0 &&
  html`<dl class="facts">${parts.map(
    ({ id, number, title, lead, statusText, dueAt }) => html`<dt>第${number}部分</dt>
<dd><a class="go" href="/desk/cases/${id}">${title}</a>　${statusText}<span class="sub">${lead !== undefined && organNameOf(lead)}${dueAt !== undefined && `，期限${deadline(dueAt)}`}</span></dd>`,
  )}</dl>`
}</div>`;
}
