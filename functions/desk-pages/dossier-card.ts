import { moment } from '../../domain/notices/date-words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

/** 案卷和材料: what colleagues added, the papers that can be drawn, and the case whole. */
export const dossierCard = ({ file, drawable, organNameOf }: CaseState): Html => {
  const { id, materials = [] } = file.state;
  const here = `/desk/cases/${id}`;
  /** Whoever may not read what was written may not open what was added. */
  const opened = (href: string, words: string) =>
    file.complaint ? html`<a class="go" href="${href}">${words}</a>` : words;
  const [ready, others] = [
    drawable.filter(({ missing }) => missing.length === 0),
    drawable.filter(({ draft, missing }) => draft !== undefined && missing.length > 0),
  ];
  return html`<div class="card noprint" id="dossier"><h2>案卷和材料</h2>
${
  materials.length > 0 &&
  html`<h3>材料（${materials.length}）</h3><ul>${materials.map(
    ({ number, name, organ, at }) =>
      html`<li>${opened(`${here}/materials/${number}`, `第${number}号：${name}`)}<span class="hint">${organNameOf(organ)}，${moment(at)}</span></li>`,
  )}</ul>`
}
${
  ready.length > 0 &&
  html`<h3>文书（DOCX）</h3><ul>${ready.map(
    ({ kind, name }) => html`<li><a class="go" href="${here}/documents/${kind}">${name}</a></li>`,
  )}</ul>`
}
${others.map(({ name, missing }) => html`<p class="hint">${name}还不能生成，缺：${missing.join('、')}</p>`)}
<p class="row"><a class="button second" href="${here}/print">打印案卷</a><a class="button second" href="${here}/archive">下载案卷（ZIP）</a></p></div>`;
};
