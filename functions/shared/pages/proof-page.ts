import { sealableFrom } from '../../../domain/audit/sealing-time.ts';
import { dayOf, type Instant } from '../../../domain/calendar/day.ts';
import { dateText, moment } from '../../../domain/notices/date-words.ts';
import type { Counting } from '../../../usecases/complainants/show-proof.ts';
import { hidden } from './fields.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';

/** On the page of the progress: where it can be seen that a complaint was counted, or from when on. */
export const countingCard = (
  { receipt, queryCode }: { readonly receipt: string; readonly queryCode: string },
  receivedAt: Instant,
  now: Instant,
): Html => {
  const from = sealableFrom(dayOf(receivedAt));
  if (now < from) return html`<p class="hint">${moment(from)}之后，可以在这里核实您的投诉已计入当天的登记总账。</p>`;
  return html`<form class="card noprint" method="post" action="/progress/proof">
<h2>我的投诉已计入</h2>
<p>每天收到的投诉都记入登记总账，封存后谁也改不了。您可以核实自己的这件在里面。</p>
${hidden('receipt', receipt)}${hidden('queryCode', queryCode)}
<button type="submit" class="second">核实我的投诉已计入</button>
</form>`;
};

/** 计入证明: what it says, in plain words, and how to keep it. */
export const proofPage = (
  counting: Counting,
  asked: { readonly queryCode: string; readonly telephone: string },
): Page => ({
  title: counting.kind === 'counted' ? '我的投诉已计入' : '登记总账',
  main: html`<h1>${counting.kind === 'counted' ? '我的投诉已计入' : '登记总账'}</h1>
${mainOf(counting, asked)}
<p><a href="/progress">查询进展</a></p>`,
});

function mainOf(counting: Counting, { queryCode, telephone }: { queryCode: string; telephone: string }): Html {
  if (counting.kind === 'pending')
    return html`<div class="card"><p>登记编号：<strong>${counting.receipt}</strong></p>
<p>当天的登记总账还没有封存。请在${moment(counting.from)}之后再来核实。</p></div>`;
  if (counting.kind === 'missing')
    return html`<div class="card"><p>登记编号：<strong>${counting.receipt}</strong></p>
<p>登记总账里没有这件投诉。总账启用以前收到的投诉不在其中；如果您是在启用以后投诉的，请拨打${telephone}，要求核实。</p></div>`;
  const { receipt, seal } = counting.proof;
  return html`<div class="card"><p>登记编号：<strong>${receipt}</strong></p>
<p>${dateText(seal.day)}的登记总账共${String(seal.entries)}条，您的这件投诉在里面。总账当夜已经封存：少一件、改一件，根值就不一样，谁都能看出来。</p>
<p>当日根值：<code>${seal.root}</code></p>
<form method="post" action="/progress/proof">
${hidden('receipt', receipt)}${hidden('queryCode', queryCode)}
<button type="submit" name="as" value="file">下载计入证明</button>
</form>
<p class="hint">证明只有登记编号和几组数字，没有您写的内容，也没有您的信息。把它交给您信任的人，不用联网、不用查询码，就能与公布的根值核对。</p></div>`;
}
