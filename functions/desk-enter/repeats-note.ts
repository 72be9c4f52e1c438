import type { Repeat } from '../../domain/repeats/repeat.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { RELATION_WORDS } from '../shared/words/words.ts';

/** 查重: earlier cases that it seems to belong to, with the reasons. */
export const repeatsNote = (repeats: readonly Repeat[]): Html =>
  repeats.length === 0
    ? html`<p>没有查到相同或相近的事项（您能看到的范围内）。</p>`
    : html`<p><strong>可能和这些事项有关，请先核对：</strong></p>
<ul>${repeats.map(
        ({ caseId, relation, trace }) =>
          html`<li>${RELATION_WORDS[relation]}：<a href="/desk/cases/${caseId}" target="_blank">${caseId}</a><span class="hint">${trace.join('；')}</span></li>`,
      )}</ul>`;
