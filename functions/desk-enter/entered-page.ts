import { deadline, moment } from '../../domain/notices/date-words.ts';
import type { Receipt } from '../../usecases/intake/accept-complaint.ts';
import type { TypedError } from '../shared/pages/complaint-form.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { qrImage } from '../shared/pages/qr-code.ts';

interface Entered {
  readonly notes: readonly TypedError[];
  readonly progressAddress: string;
  readonly province: string;
  /** It was said to a leader who receives people: that day has a sheet on which the case is to stand. */
  readonly isReception: boolean;
}

/** 回执 on a sheet of A5 for whoever came: by receipt and query code they ask how it stands. It names nobody. */
export const enteredPage = (
  { receipt, queryCode, receivedAt, answerBy }: Receipt,
  { notes, progressAddress, province, isReception }: Entered,
): Html => html`<p class="note done noprint" role="status">已录入。请打印下面的回执交给来人，查询码只在这里显示一次。</p>
${
  notes.length > 0 &&
  html`<div class="note warn noprint"><p>有些内容没能使用，已原样保存：</p><ul>${notes.map(({ detail }) => html`<li>${detail}</li>`)}</ul></div>`
}
<div class="card sheet">${qrImage(progressAddress, '查询进展的网址')}
<h1>${province}生态环境信访回执</h1>
<dl class="facts"><dt>登记编号</dt><dd id="receipt">${receipt}</dd><dt>查询码</dt><dd id="query-code">${queryCode}</dd>
<dt>收到时间</dt><dd>${moment(receivedAt)}（北京时间）</dd></dl>
<p>${deadline(answerBy)}之前，告知您是否受理。</p>
<p>凭登记编号和查询码，随时可以在 ${progressAddress} 查询进展、补充材料。请妥善保管，不要告诉别人。</p></div>
<p class="row noprint">${isReception && html`<a class="button" href="/desk/reception?case=${receipt}">排进当天的接访安排</a>`}<a class="button${isReception && ' second'}" href="/desk/enter">录入下一件</a><a class="button second" href="/desk/cases/${receipt}">打开这一件</a></p>`;
