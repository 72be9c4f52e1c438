import type { Batch, BatchResult } from '../../usecases/staff/command-batch.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { errorSummary, hidden } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { type Chosen, chosenLine } from './chosen.ts';
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
  /** The same, as they are now. */
  readonly chosen: readonly Chosen[];
  readonly list: string;
  readonly key: FormKey;
  readonly choices: Choices;
}

/** 批量办理: one act, filled in once for the cases that were ticked. */
export function batchForm(page: BatchForm): Html {
  const { type, name, help, fields, typed, errors, remark, cases, chosen, list } = page;
  const open = chosen.filter(({ obstacle }) => obstacle === undefined).length;
  return html`${backTo(list)}
<h1>批量${name}：${open}件</h1>
${errorSummary(errors)}${remark}
<div class="card"><p><strong>怎么填：</strong>${help}</p>${chosenLists(name, chosen)}</div>
<form method="post" action="/desk/batch" accept-charset="UTF-8" data-once novalidate>
${keysOf(page.key)}${hidden('_charset_', '')}${hidden('act', type)}${hidden('list', list)}${hidden('back', '/desk/batch')}
${cases.map(({ id, expectedVersion }, index) => hidden(`case-${index}`, `${id}.${expectedVersion}`))}
${
  open > 0 &&
  html`${fieldInputs(fields, typed, errors, page.choices)}
<div class="row"><button type="submit" name="do" value="act">确认${name}${open}件</button></div>`
}
</form>`;
}

/** Which they are; first those that would be refused, with the reason. */
function chosenLists(name: string, chosen: readonly Chosen[]): Html {
  const shut = chosen.filter(({ obstacle }) => obstacle !== undefined);
  const open = chosen.filter(({ obstacle }) => obstacle === undefined);
  return html`${
    shut.length > 0 &&
    html`<div class="note warn" role="alert"><p>其中${shut.length}件现在不能${name}，不会办理：</p>
<ul>${shut.map((one) => chosenLine(one, one.obstacle))}</ul></div>`
  }
${open.length > 0 && html`<details><summary>将要${name}的${open.length}件</summary><ul>${open.map((one) => chosenLine(one))}</ul></details>`}`;
}

interface Results {
  readonly name: string;
  readonly results: readonly BatchResult[];
  /** As they are now. */
  readonly chosen: readonly Chosen[];
  readonly list: string;
}

/** What became of each. */
export function batchResults({ name, results, chosen, list }: Results): Html {
  const isSame = (one: BatchResult) => one.result === 'done' && one.unchanged === true;
  const done = results.filter((one) => one.result === 'done' && !isSame(one));
  const others = results.filter((one) => one.result !== 'done' || isSame(one));
  const line = (one: BatchResult, why?: string) =>
    chosenLine({ id: one.id, about: chosen.find(({ id }) => id === one.id)?.about }, why);
  return html`${backTo(list)}
<h1>批量${name}</h1>
<p class="note done" role="status">办理了${done.length}件。</p>
${
  others.length > 0 &&
  html`<div class="note warn" role="alert"><p><strong>${others.length}件没有办理：</strong></p>
<ul>${others.map((one) => line(one, isSame(one) ? '没有变化，已经是这样了。' : whyNot(one)))}</ul></div>`
}
${done.length > 0 && html`<details><summary>已办理的</summary><ul>${done.map((one) => line(one))}</ul></details>`}`;
}

function whyNot(one: BatchResult): string | undefined {
  if (one.result === 'refused') return one.detail;
  return one.result === 'changed' ? '您打开列表以后有人办理过，请打开核对。' : '没有这件事项。';
}

export const nothingChosen = (list: string): Html => html`${backTo(list)}
<h1>没有选中</h1>
<p class="note warn" role="alert">请先在列表里勾选事项，再选择要做什么。</p>`;

const backTo = (list: string): Html => html`<p><a class="button second" href="/desk${list}">← 回到列表</a></p>`;
