import { deadline, moment } from '../../../domain/notices/words.ts';
import type { Receipt } from '../../../usecases/intake/accept-complaint.ts';
import { html } from './html.ts';
import type { Page } from './page.ts';
import { type PhotoOffer, photoForm } from './photo-form.ts';

/** 回执: what the citizen keeps, to be printed or photographed, and the way to send photos after it. */
export function receiptPage({ receipt, queryCode, receivedAt, answerBy }: Receipt, photo: PhotoOffer): Page {
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
<p class="note"><strong>请现在截图、打印或抄下来。</strong>两样都有，才能查询进展；请不要告诉别人。</p>
${photoForm(photo)}
<div class="card">
<h2>接下来</h2>
<ol>
<li>${deadline(answerBy)}之前，告诉您是否受理；没留联系方式的，请到时自己查询。</li>
<li>办理情况和答复，随时可以在<a href="/progress">查询进展</a>页面查看。</li>
<li>想起什么要补充，也在那里写。</li>
</ol>
</div>
<p class="noprint"><a href="/">再提交一件别的投诉</a></p>`,
  };
}
