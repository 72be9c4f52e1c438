import { moment } from '../../domain/notices/words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

/** So many are told on the page; the interface has them all. */
const MOST = 40;

/** 通知与送达: to whom, by what, when, whether it arrived; each opens to the words that were sent. */
export const noticesCard = ({ notices }: CaseState): Html | undefined =>
  notices.length === 0
    ? undefined
    : html`<div class="card" id="notices"><h2>通知与送达</h2>
<p class="hint">共${notices.length}条${notices.length > MOST && `，这里是最近的${MOST}条`}。点开可以看到当时发出的原文；查询码和信访人的联系方式不显示。</p>
${notices.slice(0, MOST).map(noticeLines)}</div>`;

const noticeLines = ({ at, subject, standing, attempts }: CaseState['notices'][number]): Html =>
  html`<details><summary>${moment(at)}　${subject}　<strong>${standing}</strong></summary>${attempts.map(
    (one) => html`<p>${one.to}，${one.by}${one.at && `，${moment(one.at)}`}：${one.outcome}</p>
${one.text && html`<p class="said">${one.subject && `${one.subject}\n\n`}${one.text}</p>`}`,
  )}</details>`;
