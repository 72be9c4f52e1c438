import { alsoIn } from '../shared/desk/paths.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { RELATION_WORDS } from '../shared/words/words.ts';
import type { CaseState } from './case-state.ts';

/** 关联件: earlier cases that it seems to belong to, with the reasons, and the way to join it. */
export function repeatsCard({ file: { state, repeats, acts }, list }: CaseState): Html | undefined {
  const { joinedTo, apartFrom, apart = [] } = state;
  const links = [
    ...(joinedTo === undefined ? [] : [['并入', joinedTo] as const]),
    ...(apartFrom === undefined ? [] : [['另立自', apartFrom] as const]),
    ...apart.map((id) => ['另立出', id] as const),
  ];
  if (repeats.length + links.length === 0) return undefined;
  const mayJoin = acts.some(({ type, obstacle }) => type === 'join' && obstacle === undefined);
  const besideOf = (id: string) => `/desk/cases/${state.id}${alsoIn(list, 'beside', id)}`;
  return html`<div class="card"><h2>关联件</h2>
${links.map(([how, id]) => html`<p>${how} <a class="go" href="/desk/cases/${id}">${id}</a>　<a class="go" href="${besideOf(id)}">并排比对</a></p>`)}
${repeats
  .filter(({ caseId }) => !links.some(([, id]) => id === caseId))
  .map(
    ({ caseId, relation, trace }) => html`<div>
<h3>${RELATION_WORDS[relation]}：<a href="/desk/cases/${caseId}">${caseId}</a></h3>
<ul>${trace.map((line) => html`<li>${line}</li>`)}</ul>
<p class="row"><a class="button second" href="${besideOf(caseId)}">并排比对</a>${mayJoin && relation === 'same-matter' && html`<a class="button second" href="/desk/cases/${state.id}/acts/join${alsoIn(list, 'into', caseId)}">并入这一件</a>`}</p></div>`,
  )}</div>`;
}
