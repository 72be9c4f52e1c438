import { statusTextOf } from '../../domain/case/status-text.ts';
import { deadline, moment } from '../../domain/notices/date-words.ts';
import { dueText, dutyAmong, leftOf, marksOf, officerOf, placeOf } from '../shared/desk/case-row.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { CHANNEL_WORDS } from '../shared/words/words.ts';
import { aboutCard } from './about-card.ts';
import { actsCard } from './acts-card.ts';
import { afterCard } from './after-card.ts';
import type { CaseState } from './case-state.ts';
import { closingCard } from './closing-card.ts';
import { dossierCard } from './dossier-card.ts';
import { walkLinks } from './next-case.ts';
import { oversightCard } from './oversight-card.ts';
import { papersCard } from './papers-card.ts';
import { partsCard } from './parts-card.ts';
import { rectificationCard } from './rectification-card.ts';
import { repeatsCard } from './repeats-card.ts';
import { timelineOf } from './timeline.ts';
import { wordsCards } from './words-cards.ts';

/** 事项: on top where it stands, whose it is, what is due and why that day; then what was written. */
export const casePage = (state: CaseState): Html => {
  const { file, list, done } = state;
  return html`<p class="row walk noprint"><a class="button second" href="/desk${list}">← 回到列表</a>
${walkLinks(file.state.id, list)}</p>
${done}
<h1>${file.state.title} <span class="tag">${file.state.id}</span></h1>
${topCard(state)}
<div class="cols"><div>
${closingCard(state)}${wordsCards(state)}
</div><aside aria-label="可以办理的">${actsCard(state)}</aside><div>
${partsCard(state)}${rectificationCard(state)}${oversightCard(state)}${papersCard(state)}
${aboutCard(state)}
${afterCard(state)}
${repeatsCard(state)}
${dossierCard(state)}
<h2 id="timeline">办理经过</h2>
${timelineOf(state)}
</div></div>`;
};

function topCard({ file, now, organNameOf, policies }: CaseState): Html {
  const { state, clocks, complaint } = file;
  return html`<div class="card top"><dl class="facts">
<dt>状态</dt><dd>${marksOf(state, policies)}<strong>${statusTextOf(state)}</strong></dd>
<dt>责任人</dt><dd>${officerOf(state)}</dd>
<dt>主办单位</dt><dd>${organNameOf(state.lead)}${state.assisting.length > 0 && `；协办：${state.assisting.map(organNameOf).join('、')}`}</dd>
<dt>下一时限</dt><dd>${dueText(state, now, policies)}</dd>
<dt>收到</dt><dd>${moment(state.receivedAt)}，${CHANNEL_WORDS[state.channel]}${complaint?.enteredBy && `，${complaint.enteredBy.name}录入`}${complaint?.anonymous && '，匿名，没有留联系方式'}</dd>
<dt>地点</dt><dd>${placeOf(state)}</dd>
</dl>
${clocks.map(
  ({ clock, why, next: comes }) => html`<details>
<summary>${dutyAmong(
    clock,
    clocks.map((one) => one.clock),
    policies,
  )}：${deadline(clock.dueAt)}（${leftOf(clock, now, policies)}）为什么是这一天</summary>
<ul>${why.map((line) => html`<li>${line}</li>`)}</ul>${comes !== '' && html`<p class="hint">${comes}</p>`}</details>`,
)}</div>`;
}
