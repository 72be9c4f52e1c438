import type { StaffCommand } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import type { AvailableAct } from '../../domain/case/commands/available-acts.ts';
import { isUnsettled } from '../../domain/case/handling/incident.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { addressOfAct } from '../shared/words/act-words.ts';
import type { CaseState } from './case-state.ts';

/**
 * What somebody waits to be decided, then what moves a case on, as it mostly goes: this stands first, whatever else may
 * be done stands below as it is declared.
 */
const USUAL: readonly StaffCommand['type'][] = [
  ...(['agree-return', 'refuse-return', 'decide-review', 'extend', 'refuse-extension'] as const),
  ...(['close', 'return-closing', 'return', 'accept', 'decline', 'distribute', 'assign', 'transfer'] as const),
  ...(['record-visit', 'propose-closing', 'report', 'request-extension'] as const),
];

/** What cannot wait: an emergency of which nobody has reported, and whoever asked for a case to be opened again. */
const isFirst = (type: StaffCommand['type'], state: Case): boolean =>
  (type === 'report-incident' && isUnsettled(state)) ||
  (state.reopeningAsked !== undefined && (type === 'reopen' || type === 'decline-reopening'));

const rankIn =
  (state: Case) =>
  ({ type }: AvailableAct): number => {
    if (isFirst(type, state)) return -1;
    return USUAL.includes(type) ? USUAL.indexOf(type) : USUAL.length;
  };

/** Acts that nothing stands in the way of, the usual ones first; then those that wait, each with what it waits for. */
export function actsCard({ file: { acts, state }, list }: CaseState): Html {
  const rankOf = rankIn(state);
  const open = acts
    .filter(({ obstacle }) => obstacle === undefined)
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  const waiting = acts.filter(({ obstacle }) => obstacle !== undefined);
  return html`<div class="card" id="acts"><h2>可以办理的</h2>
${open.length === 0 && html`<p class="hint">现在没有轮到您办理的。事项的进展会在这里出现。</p>`}
<ul class="acts">${open.map(
    ({ type, name }) => html`<li><a href="${addressOfAct(state.id, type)}${list}">${name}</a></li>`,
  )}</ul>
${
  waiting.length > 0 &&
  html`<details><summary>还不能办理的（${waiting.length}）</summary><ul class="acts">${waiting.map(
    ({ name, obstacle }) => html`<li><strong>${name}</strong><span class="hint">${obstacle}</span></li>`,
  )}</ul></details>`
}</div>`;
}
