import type { Batch, BatchResult } from '../../usecases/staff/command-batch.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { errorSummary, hidden } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { type Choices, fieldInputs } from './field-input.ts';
import type { ActField } from './fields.ts';
import type { Typed, TypedError } from './typed.ts';

interface BatchForm {
  readonly type: string;
  readonly name: string;
  readonly help: string;
  readonly fields: readonly ActField[];
  readonly typed: Typed;
  readonly errors: readonly TypedError[];
  /** Said above the form. */
  readonly remark?: Html;
  readonly cases: Batch['cases'];
  readonly list: string;
  readonly key: FormKey;
  readonly choices: Choices;
}

/** 批量办理: one act, filled in once for the cases that were ticked. */
export const batchForm = ({
  type,
  name,
  help,
  fields,
  typed,
  errors,
  remark,
  cases,
  list,
  ...rest
}: BatchForm): Html => html`
${backTo(list)}
<h1>批量${name}：${cases.length}件</h1>
${errorSummary(errors)}${remark}
<div class="card"><p><strong>怎么填：</strong>${help}</p><details><summary>选中的事项</summary><ul>${cases.map(({ id }) => html`<li>${id}</li>`)}</ul></details></div>
<form method="post" action="/desk/batch" accept-charset="UTF-8" data-once novalidate>
${keysOf(rest.key)}${hidden('_charset_', '')}${hidden('act', type)}${hidden('list', list)}${hidden('back', '/desk/batch')}
${cases.map(({ id, expectedVersion }, index) => hidden(`case-${index}`, `${id}.${expectedVersion}`))}
${fieldInputs(fields, typed, errors, rest.choices)}
<div class="row"><button type="submit" name="do" value="act">确认${name}${cases.length}件</button></div>
</form>`;

/** What became of each. */
export function batchResults(name: string, results: readonly BatchResult[], list: string): Html {
  const done = results.filter(({ result }) => result === 'done');
  const others = results.filter(({ result }) => result !== 'done');
  return html`${backTo(list)}
<h1>批量${name}</h1>
<p class="note done" role="status">办理了${done.length}件。</p>
${
  others.length > 0 &&
  html`<div class="note warn" role="alert"><p><strong>${others.length}件没有办理：</strong></p>
<ul>${others.map((one) => html`<li><a class="go" href="/desk/cases/${one.id}">${one.id}</a>　${whyNot(one)}</li>`)}</ul></div>`
}
${done.length > 0 && html`<details><summary>已办理的</summary><ul>${done.map(({ id }) => html`<li><a href="/desk/cases/${id}">${id}</a></li>`)}</ul></details>`}`;
}

function whyNot(one: BatchResult): string {
  if (one.result === 'refused') return one.detail;
  return one.result === 'changed' ? '其他人刚刚办理过，请打开核对。' : '没有这件事项。';
}

export const nothingChosen = (list: string): Html => html`${backTo(list)}
<h1>没有选中</h1>
<p class="note warn" role="alert">请先在列表里勾选事项，再选择要做什么。</p>`;

const backTo = (list: string): Html => html`<p><a class="button second" href="/desk${list}">← 回到列表</a></p>`;
