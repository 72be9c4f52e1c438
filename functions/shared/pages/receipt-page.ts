import type { Lang } from '../../../domain/classification/classification.ts';
import { moment } from '../../../domain/notices/date-words.ts';
import { toldIn } from '../../../domain/notices/wording.ts';
import { sayPage } from '../../../domain/pages/page-texts.ts';
import type { Receipt } from '../../../usecases/intake/accept-complaint.ts';
import type { TypedError } from './complaint-form.ts';
import { type Html, html } from './html.ts';
import type { Page, Site } from './page.ts';
import { type PhotoOffer, photoForm } from './photo-form.ts';
import { prose, said } from './prose.ts';

/** What could not be used of what was typed, and whether there is still a way to tell the citizen. */
export interface Unused {
  readonly notes: readonly TypedError[];
  readonly isReachable: boolean;
}

/** 回执: what the citizen keeps, to be printed or photographed, and the way to send photos after it. */
export function receiptPage(
  { receipt, queryCode, receivedAt, answerBy }: Receipt,
  photo: PhotoOffer,
  unused: Unused,
  { texts }: Pick<Site, 'texts'>,
  lang?: Lang,
): Page {
  const next = toldIn(sayPage('page-receipt-next', { due: answerBy }), texts);
  return {
    title: '投诉已收到',
    postsTo: photo.form?.action,
    main: html`<h1>投诉已收到</h1>
<div class="card keep">
<dl>
<dt>登记编号</dt><dd id="receipt">${receipt}</dd>
<dt>查询码</dt><dd id="query-code">${queryCode}</dd>
</dl>
<p>收到时间：${moment(receivedAt)}（北京时间）</p>
</div>
${said(sayPage('page-receipt', {}), texts)}
${unusedCard(unused)}
${photoForm(photo)}
<div class="card">${prose(next.body)}</div>
${lang === 'en' && next.english && englishCard(next.english)}
<p class="noprint"><a href="/">再提交一件别的投诉</a></p>`,
  };
}

const NAMES: Readonly<Partial<Record<TypedError['field'], string>>> = {
  division: '所在区县',
  address: '地址',
  latitude: '经纬度',
  target: '投诉对象',
  occurredAt: '发生时间',
  name: '姓名',
  phone: '电话',
  email: '电子邮箱',
};

/** For whoever wrote in English. */
const englishCard = (words: string): Html => html`<div class="card" lang="en">
<h2>In English</h2>
${prose(words)}
</div>`;

/** Nothing that was typed stands here again: the page may be printed and shown around. */
function unusedCard({ notes, isReachable }: Unused): Html | undefined {
  if (notes.length === 0) return undefined;
  return html`<div class="card" id="notes">
<p>投诉已经收下。有些内容没能使用：</p>
<ul>${notes.map(({ field, detail }) => html`<li>${NAMES[field] ?? field}：${detail}</li>`)}</ul>
${isReachable ? undefined : html`<p><strong>我们没有办法联系您，</strong>请凭登记编号和查询码在<a href="/progress">查询进展</a>页面查看答复。</p>`}
</div>`;
}
