import { historyText } from '../../domain/history/senders.ts';
import { dateText, moment } from '../../domain/notices/date-words.ts';
import { alsoIn } from '../shared/desk/paths.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { URGENCY_WORDS } from '../shared/words/words.ts';
import type { CaseState } from './case-state.ts';

/** 分类和派单: what the rules, or a person, made of it and why; with the way to correct each. */
export function aboutCard({ file, list, organNameOf, nameOf }: CaseState): Html {
  const { state, trace, route, accused, acts, senderHistory } = file;
  const { types, subtypes, urgency, industries = [] } = state.classification;
  const may = (type: string) => acts.some((act) => act.type === type && act.obstacle === undefined);
  const way = (type: string, words: string) =>
    may(type) && html`<a class="button second" href="/desk/cases/${state.id}/acts/${type}${list}">${words}</a>`;
  return html`<div class="card"><h2>分类和派单</h2><dl class="facts">
<dt>类型</dt><dd>${types.map((type) => html`<span class="tag">${type}</span>`)}${subtypes.map((code) => nameOf(code, 'subtypes') ?? code).join('、')}</dd>
<dt>事项</dt><dd>${state.title}</dd>
<dt>紧急程度</dt><dd>${URGENCY_WORDS[urgency]}</dd>
${industries.length > 0 && html`<dt>行业</dt><dd>${industries.join('、')}</dd>`}
<dt>由谁判断</dt><dd>${state.corrected ? `${organNameOf(state.corrected.organ)}于${moment(state.corrected.at)}改判：${state.corrected.reason}` : '按规则自动判断，请核对'}</dd>
${accused.length > 0 && html`<dt>被反映单位</dt><dd>${accused.map(({ name, why }) => html`<div>${name}<span class="sub hint">${why.join('；')}</span></div>`)}</dd>`}
${senderHistory && html`<dt>同一信访人</dt><dd>${historyText(senderHistory)}</dd>`}
${route?.basis && html`<dt>派单依据</dt><dd>${route.basis.text}（${dateText(route.basis.day)}有效）</dd>`}
</dl>
<details><summary>判断的理由</summary><ul>${trace.map((line) => html`<li>${line}</li>`)}</ul>${route && html`<ul>${route.trace.map((line) => html`<li>${line}</li>`)}</ul>`}</details>
${placeChoices(file, list)}
<p class="row noprint">${way('reclassify', '改判分类')}${way('correct-place', '更正地点')}${way('correct-accused', '更正被反映单位')}</p></div>`;
}

/** 地点未定: what it may be, each a click away from being so. */
const placeChoices = ({ state: { id, place }, acts }: CaseState['file'], list: string): Html | undefined => {
  const { candidates = [] } = place ?? {};
  if (candidates.length === 0) return undefined;
  const may = acts.some(({ type, obstacle }) => type === 'correct-place' && obstacle === undefined);
  const formFor = (division: string) =>
    `/desk/cases/${id}/acts/correct-place${alsoIn(list, 'division', division.slice(0, COUNTY_DIGITS))}`;
  return html`<div class="note warn"><p>地点还没有定。可能是下面的一个，请核对后更正：</p>
<ul>${candidates.map(({ name, division }) => html`<li>${may ? html`<a href="${formFor(division)}">${name}</a>` : name}</li>`)}</ul></div>`;
};

/** A case lies in a county at the finest: digits of its code. */
const COUNTY_DIGITS = 6;
