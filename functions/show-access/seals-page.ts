import { addDays, type Day } from '../../domain/calendar/day.ts';
import { dateText } from '../../domain/notices/date-words.ts';
import type { CheckedSeal } from '../../usecases/audit/check-seals.ts';
import { DAY_LENGTH, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';

interface SealsState {
  /** The earliest first. */
  readonly seals: readonly CheckedSeal[];
  readonly from: Day;
  readonly until: Day;
  /** The last day that can be sealed by now. */
  readonly last: Day;
  readonly kept: { readonly day: string; readonly hash: string };
  readonly compared: 'same' | 'other' | 'none' | undefined;
}

/** 封存核对, by days; none of it names a case or a person. */
export const sealsPage = ({ seals, from, until, last, kept, compared }: SealsState): Html => html`<h1>封存核对</h1>
<p class="hint">每天的登记总账于次日凌晨封存，之后谁也改不了，每天的封存接着前一天的。本页逐条重新计算，不采信当时的结果。</p>
${summary(seals)}
<div class="wrap"><table><caption>${dateText(from)}至${dateText(until)}，最近的在前</caption>
<thead><tr>${HEADS.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${seals.toReversed().map(row)}</tbody></table></div>
<p class="pages"><a class="button second" href="/desk/seals?until=${addDays(from, -1)}">更早的七天</a>
${until < last && html`<a class="button second" href="/desk/seals?until=${addDays(until, 7)}">更晚的七天</a>`}</p>
<form class="card" method="get" action="/desk/seals"><h2>和您保存的封存值比对</h2>
${compared && html`<p class="note ${LOOKS[compared]}" role="status">${kept.day}：${COMPARED[compared]}</p>`}
<div class="row">${textField({ name: 'day', label: '哪一天', hint: '例如 2026-12-31', value: kept.day, maxLength: DAY_LENGTH })}
<div class="grow">${textField({ name: 'hash', label: '封存值', hint: '封存当天通知您的64位字符。', value: kept.hash, maxLength: 64 })}</div>
<button type="submit">比对</button></div></form>`;

const HEADS = ['哪一天', '核对结果', '条数', '封存值', '登记总账'];

const FAULTS = { entries: '内容与封存时不一致', order: '接不上前一天的封存' } as const;

const COMPARED = {
  same: '与您保存的一致。',
  other: '与您保存的不一致，请保留证据并上报。',
  none: '没有这一天的封存，请核对日期。',
} as const;
const LOOKS = { same: 'done', other: 'warn', none: 'warn' } as const;

/** 首尾相接: whether the days that are shown hold. */
function summary(seals: readonly CheckedSeal[]): Html {
  const broken = seals.filter(({ fault }) => fault !== undefined);
  const sealed = seals.filter(({ seal }) => seal !== undefined);
  if (broken.length > 0)
    return html`<p class="note warn" role="alert">有${broken.length}天没有通过核对：${broken.map(({ day }) => day).join('、')}。请保留证据并上报。</p>`;
  if (sealed.length === 0)
    return html`<p class="note">这七天没有封存：服务还没有开始运行，或者还没有到封存的时间。</p>`;
  return html`<p class="note done" role="status">${sealed.length}天的封存逐条核对无误，并且首尾相接。</p>`;
}

const row = ({ day, seal, hash, fault }: CheckedSeal): Html => html`<tr><th scope="row">${day}</th>
<td>${seal === undefined ? '没有封存' : fault === undefined ? html`<span class="tag calm">无误</span>` : html`<span class="tag late">${FAULTS[fault]}</span>`}</td>
<td>${seal === undefined ? '' : seal.entries}</td><td class="hash">${hash ?? ''}</td>
<td>${seal && html`<a class="go" href="/desk/seals/${day}">下载</a>`}</td></tr>`;
