import { CHECK_NAMES, FOUR_CHECKS } from '../../domain/case/answer/four-checks.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

type Four = NonNullable<NonNullable<CaseState['file']['state']['closing']>['four']>;

/** 待签发的答复: what whoever signs must have read. */
export function closingCard({ file, organNameOf }: CaseState): Html | undefined {
  const { closing } = file.state;
  if (!closing) return undefined;
  const { by, at, answer, four } = closing;
  return html`<div class="card" id="closing"><h2>待签发的答复</h2>
<p class="hint">${by && `${organNameOf(by.organ)}${by.name}`}${moment(at)}呈签，由另一位有权限的人员签发或者退回修改。</p>
<p class="said">${answer}</p>${four && fourLines(four)}</div>`;
}

const fourLines = (four: Four): Html =>
  html`<h3>四个不放过</h3><ul>${CHECK_NAMES.map((name) => {
    const { met, evidence, materials = [], visits = [], reason } = four[name];
    const shown = [
      evidence,
      ...materials.map((n) => `第${n}号材料`),
      ...visits.map((seq) => `第${seq}号记录（现场核查）`),
    ];
    return html`<li>${FOUR_CHECKS[name]}：${met ? shown.filter(Boolean).join('；') : html`<strong>没有做到</strong>，${reason}`}</li>`;
  })}</ul>`;
