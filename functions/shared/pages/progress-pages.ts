import { dayOf, type Instant } from '../../../domain/calendar/day.ts';
import { dateText, deadline, moment } from '../../../domain/notices/date-words.ts';
import { sayPage } from '../../../domain/pages/page-texts.ts';
import type { Progress } from '../../../usecases/complainants/show-progress.ts';
import { errorSummary, textField } from './fields.ts';
import { type Html, html } from './html.ts';
import type { Page, Site } from './page.ts';
import { type PhotoOffer, photoForm } from './photo-form.ts';
import { countingCard } from './proof-page.ts';
import { said } from './prose.ts';
import { gradeLine, ratingForm } from './rating-form.ts';
import { type SupplementState, supplementForm } from './supplement-form.ts';

/** 查询进展: asks for receipt and query code. */
export function progressForm(
  { texts }: Pick<Site, 'texts'>,
  { receipt, refusal }: { receipt?: string; refusal?: string } = {},
): Page {
  return {
    title: refusal === undefined ? '查询进展' : '没有查到',
    path: '/progress',
    main: html`<h1>查询进展</h1>
${errorSummary(refusal === undefined ? [] : [{ field: 'receipt', detail: refusal }])}
<form class="card" method="post" action="/progress" accept-charset="UTF-8" data-once>
${textField({ name: 'receipt', label: '登记编号', hint: '例如 QH-7KX4-M9P2-Q3T8，大小写、有没有横线都可以。', value: receipt, maxLength: 40, error: refusal })}
${textField({ name: 'queryCode', label: '查询码', hint: '提交投诉时显示的8位字母和数字。', maxLength: 40 })}
<button type="submit" class="wide">查询</button>
</form>
<div class="hint">${said(sayPage('page-progress', {}), texts)}</div>`,
  };
}

/** One complaint's progress, without a word about who complained. */
export function progressPage(progress: Progress, supplement: SupplementState, now: Instant): Page {
  const { receipt, statusText, organ, answerBy, awaited, parts = [], timeline, answer, notices } = progress;
  const { rating, mayRate } = progress;
  return {
    title: '办理进展',
    path: '/progress',
    main: html`<h1>办理进展</h1>
<div class="card">
<p>登记编号：<strong>${receipt}</strong></p>
<p>现在：<strong id="status">${statusText}</strong></p>
${organ !== undefined && html`<p>承办单位：${organ}</p>`}
${answerBy !== undefined && html`<p>${deadline(answerBy)}之前，${awaited}。</p>`}
${rating && gradeLine(rating)}
</div>
${answer !== undefined && notices.length === 0 && html`<div class="card"><h2>答复</h2><p class="answer">${answer}</p></div>`}
${partCards(parts)}
<h2>办理经过</h2>
<ol class="timeline">${timeline.map(({ at, text }) => html`<li><span class="when">${moment(at)}</span>${text}</li>`)}</ol>
${notices.length > 0 && html`<p class="hint noprint">下面是告知书全文，可以用浏览器的“打印”功能打印或者保存。</p>`}
${noticeCards(receipt, notices)}
${mayRate && ratingForm(supplement)}
${supplementForm(supplement)}
${timeline[0] && countingCard(supplement, timeline[0].at, now)}`,
  };
}

/** 拆分: each part with who has it, how far it is, and its answer. */
const partCards = (parts: NonNullable<Progress['parts']>): readonly Html[] =>
  parts.map(
    ({ number, title, organ, statusText, answer }) => html`<div class="card">
<h2>第${String(number)}部分：${title}</h2>
${organ !== undefined && html`<p>承办单位：${organ}</p>`}
<p>${statusText}</p>
${answer !== undefined && html`<p class="answer">${answer}</p>`}
</div>`,
  );

/** 告知书, the latest first, as it was told: to be read, and printed by the browser. */
const noticeCards = (receipt: string, notices: Progress['notices']): readonly Html[] =>
  notices.toReversed().map(
    ({ at, organ, status, text }) => html`<div class="card notice">
<h2>告知书：${status}</h2>
<p>登记编号：${receipt}</p>
<p class="answer">${text}</p>
<p>${organ}<br>${dateText(dayOf(at))}</p>
</div>`,
  );

/** The form for a supplement again, where it needs correction. */
export const supplementAgain = (state: SupplementState): Page => ({
  title: '请改一下补充内容',
  main: html`<h1>补充情况</h1>
${errorSummary(state.error === undefined ? [] : [{ field: 'text', detail: state.error }])}
${supplementForm(state)}`,
});

/** What comes after a supplement: photos. */
export const supplementedPage = (saved: boolean, photo: PhotoOffer): Page => ({
  title: saved ? '补充已收到' : '补充照片',
  postsTo: photo.form?.action,
  main: html`<h1>${saved ? '补充已收到' : '补充照片'}</h1>
${saved && html`<p class="note">已转给承办人员。</p>`}
${photoForm(photo)}
<p><a href="/progress">查询进展</a></p>`,
});
