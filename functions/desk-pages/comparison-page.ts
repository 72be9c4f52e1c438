import { statusTextOf } from '../../domain/case/status-text.ts';
import { moment } from '../../domain/notices/date-words.ts';
import type { CaseFile } from '../../usecases/staff/show-case.ts';
import { officerOf, placeOf } from '../shared/desk/case-row.ts';
import { alsoIn } from '../shared/desk/paths.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { addressOfAct } from '../shared/words/act-words.ts';
import { CHANNEL_WORDS, RELATION_WORDS } from '../shared/words/words.ts';
import { letter } from './words-cards.ts';

interface Beside {
  /** The case from which somebody looks, and the other one. */
  readonly one: CaseFile;
  readonly other: CaseFile;
  readonly list: string;
  readonly organNameOf: (organ: string) => string;
}

/** 并排比对: two cases beside each other, why they may be one matter, and the way to join them or to undo it. */
export function comparisonPage(page: Beside): Html {
  const { one, other, list } = page;
  const reasons = one.repeats.filter(({ caseId }) => caseId === other.state.id);
  return html`<p><a class="button second" href="/desk/cases/${one.state.id}${list}">← 回到事项</a></p>
<h1>并排比对</h1>
${reasons.map(
  ({ relation, trace }) => html`<div class="card"><h2>${RELATION_WORDS[relation]}，理由</h2>
<ul>${trace.map((line) => html`<li>${line}</li>`)}</ul></div>`,
)}
<div class="pair">${[one, other].map((file) => sideOf(file, page))}</div>
<p class="row noprint">${waysOn(page)}</p>`;
}

const sideOf = ({ state, complaint }: CaseFile, { organNameOf }: Beside): Html => html`<section class="card">
<h2><a class="go" href="/desk/cases/${state.id}">${state.title}</a></h2>
<dl class="facts"><dt>登记编号</dt><dd>${state.id}</dd><dt>收到</dt><dd>${moment(state.receivedAt)}，${CHANNEL_WORDS[state.channel]}</dd>
<dt>状态</dt><dd>${statusTextOf(state)}</dd><dt>主办单位</dt><dd>${organNameOf(state.lead)}，${officerOf(state)}</dd>
<dt>地点</dt><dd>${placeOf(state)}</dd><dt>类型</dt><dd>${state.classification.types.join('、')}</dd></dl>
${complaint ? letter(complaint, state.id) : html`<p class="hint">您的岗位不能查看来信原文。</p>`}</section>`;

/** Joining the later one to the earlier, as alone can be done; where either was joined, undoing it. */
function waysOn({ one, other, list }: Beside): Html {
  const [earlier, later] = [one, other].toSorted((a, b) => comes(a).localeCompare(comes(b))) as [CaseFile, CaseFile];
  const joined = [later, earlier].find(({ state }) => state.joinedTo !== undefined);
  const [act, from] = joined ? (['unjoin', joined] as const) : (['join', later] as const);
  if (!from.acts.some(({ type, obstacle }) => type === act && obstacle === undefined))
    return html`<span class="hint">现在不由您并案或者撤销并案。</span>`;
  const query = joined ? list : alsoIn(list, 'into', earlier.state.id);
  return html`<a class="button" href="${addressOfAct(from.state.id, act)}${query}">${joined ? '撤销并案' : '是同一件事，把后一件并入前一件'}</a>`;
}

const comes = ({ state: { receivedAt, id } }: CaseFile): string => `${receivedAt} ${id}`;
