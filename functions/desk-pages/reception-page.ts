import type { Day } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import { type Appointment, type KeptReception, MOST_APPOINTMENTS } from '../../domain/desk/reception.ts';
import { dateText, moment } from '../../domain/notices/date-words.ts';
import { officerOf, placeOf } from '../shared/desk/case-row.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { DAY_LENGTH, errorSummary, hidden, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { cellOf, rowsIn, type TypedReception } from './reception-typed.ts';

/** Somebody who comes, with their case as it stands now. */
export interface Comer {
  readonly appointment: Appointment;
  /** None where whoever looks may not see it any more. */
  readonly state?: Case;
  /** What their organ did with it on that day. */
  readonly done: readonly string[];
}

interface ReceptionState {
  readonly day: Day;
  readonly before: Day;
  readonly after: Day;
  readonly organName: string;
  readonly kept: KeptReception | undefined;
  readonly comers: readonly Comer[];
  readonly typed: TypedReception;
  readonly version: number;
  readonly errors: readonly { readonly field: string; readonly detail: string }[];
  readonly remark: Html | undefined;
  readonly key: FormKey;
}

/** 领导接访: the sheet of a day, then the form by which it is arranged. */
export const receptionPage = (page: ReceptionState): Html => html`<style>@media print{@page{size:A4}}</style>
<h1>领导接访：${dateText(page.day)}</h1>
<p class="hint noprint">来访人的姓名和联系方式只在保密库里，打印后请当面手写。新来访的，先<a href="/desk/enter">录入</a>，来源选“领导接访”。</p>
<form class="noprint" method="get" action="/desk/reception"><div class="row">
<a class="button second" href="/desk/reception?on=${page.before}">前一天</a>
<a class="button second" href="/desk/reception?on=${page.after}">后一天</a>
${textField({ name: 'on', id: 'go-to', label: '看哪一天', value: page.day, maxLength: DAY_LENGTH })}<button type="submit" class="second">查看</button></div></form>
${errorSummary(page.errors)}${page.remark}
${sheet(page)}
${arranging(page)}`;

const sheet = ({ kept, comers, organName, day }: ReceptionState): Html =>
  kept === undefined || comers.length === 0
    ? html`<p class="note noprint">这一天还没有安排接访。在下面填写后，这里就是可以打印的安排表。</p>`
    : html`<div class="card sheet"><h2>${organName}领导接访安排（${dateText(day)}）</h2>
<dl class="facts"><dt>接访领导</dt><dd>${kept.leader}</dd><dt>地点</dt><dd>${kept.place ?? '待定'}</dd></dl>
<div class="wrap"><table><caption>共${comers.length}件</caption>
<thead><tr>${HEADS.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${comers.map(row)}</tbody></table></div>
<p class="hint">${kept.changedBy}于${moment(kept.changedAt)}安排</p></div>`;

const HEADS = ['时间', '事项', '来访人（手写）', '现在的情况', '备注', '接访结果'];

const row = ({ appointment: { time, caseId, people, remark }, state, done }: Comer): Html =>
  html`<tr><td>${time}</td>
<th scope="row"><a class="go" href="/desk/cases/${caseId}">${state?.title ?? caseId}</a><span class="sub">${caseId}${state && `　${placeOf(state)}`}</span></th>
<td>${people}人</td>
<td>${state ? html`${statusTextOf(state)}<span class="sub">责任人：${officerOf(state)}</span>` : '已不由本单位查阅'}</td>
<td>${remark ?? ''}</td>
<td>${done.length > 0 ? `当天：${done.join('、')}` : html`<a class="noprint" href="/desk/cases/${caseId}#acts">登记结果</a>`}</td></tr>`;

/** Rows to fill in beside those in which something stands. */
const SPARE = 3;

function arranging({ day, typed, version, errors, key }: ReceptionState): Html {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.detail;
  const field = (name: string, label: string, maxLength: number, hint?: string) =>
    textField({ name, label, hint, maxLength, value: typed(name), error: errorOf(name) });
  const last = rowsIn(typed).at(-1) ?? -1;
  const shown = Array.from({ length: Math.min(MOST_APPOINTMENTS, last + 1 + SPARE) }, (_, index) => index);
  return html`<form class="noprint" method="post" action="/desk/reception" accept-charset="UTF-8" data-once novalidate>
${keysOf(key)}${hidden('_charset_', '')}${hidden('on', day)}${hidden('version', `${version}`)}${hidden('back', `/desk/reception?on=${day}`)}
<fieldset><legend>安排这一天</legend><div class="row">
<div class="grow">${field('leader', '接访领导（必填）', 50)}</div><div class="grow">${field('place', '地点', 100)}</div></div></fieldset>
<fieldset><legend>来访的事项</legend><p class="hint">清空一行就是取消。最多${MOST_APPOINTMENTS}件。</p>
${shown.map(
  (one) => html`<div class="row">${field(cellOf(one, 'time'), `第${one + 1}行：时间`, 10)}
<div class="grow">${field(cellOf(one, 'case'), '登记编号', 100)}</div>${field(cellOf(one, 'people'), '人数', 5)}
<div class="grow">${field(cellOf(one, 'remark'), '备注', 100)}</div></div>`,
)}</fieldset>
<div class="row"><button type="submit">保存安排</button></div></form>`;
}
