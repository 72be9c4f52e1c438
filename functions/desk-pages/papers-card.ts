import { officialLetterText } from '../../domain/notices/outside/official-letter.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

/** 函件: what other offices were written, to be read, copied or printed. */
export const papersCard = ({ papers, file }: CaseState): Html | undefined =>
  papers.length === 0
    ? undefined
    : html`<div class="card"><h2>函件</h2>${papers.map(
        (paper) =>
          html`<details><summary>${paper.title}：${paper.to}</summary><p class="said">${officialLetterText(paper)}</p>
<p class="noprint"><a class="button second" href="/desk/cases/${file.state.id}/papers/${paper.seq}">打印这份函件</a></p></details>`,
      )}</div>`;
