import { moment } from '../../domain/notices/words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

/** 待签发的答复: what whoever signs must have read. */
export function closingCard({ file, organNameOf }: CaseState): Html | undefined {
  const { closing } = file.state;
  if (!closing) return undefined;
  const { by, at, answer } = closing;
  return html`<div class="card" id="closing"><h2>待签发的答复</h2>
<p class="hint">${by && `${organNameOf(by.organ)}${by.name}`}${moment(at)}呈签，由另一位有权限的人员签发或者退回修改。</p>
<p class="said">${answer}</p></div>`;
}
