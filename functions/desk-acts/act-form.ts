import type { Case } from '../../domain/case/case.ts';
import type { AvailableAct } from '../../domain/case/commands/available-acts.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import type { Policies } from '../../domain/clocks/policy.ts';
import type { Preview } from '../../usecases/desk/preview.ts';
import { placeOf } from '../shared/desk/case-row.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { errorSummary, hidden } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { consequenceCard } from './consequence.ts';
import { type Choices, fieldInputs } from './field-input.ts';
import type { ActField } from './fields.ts';
import type { Typed, TypedError } from './typed.ts';

/** What the page of an act is made of. */
export interface ActFormState {
  readonly state: Case;
  readonly act: AvailableAct;
  readonly help: string;
  /** 依据 as the law is today, with the day; none where none is on record, which is not to say that there is none. */
  readonly basis: string | undefined;
  readonly fields: readonly ActField[];
  readonly typed: Typed;
  readonly errors: readonly TypedError[];
  /** Said above the form: what changed meanwhile, or that a draft was kept. */
  readonly remark: Html | undefined;
  readonly preview: Preview | undefined;
  readonly key: FormKey;
  /** The list that it came from, as the query of its address. */
  readonly list: string;
  readonly policies: Policies;
  readonly choices: Choices;
  readonly organNameOf: (organ: string) => string;
}

const toAct = (name: string): Html => html`<button type="submit" name="do" value="act">确认${name}</button>
<button type="submit" class="second" name="do" value="preview">先看看会发出什么</button>
`;

/** 办理: one act, with its help, its fields, and what it will cause. */
export function actForm(page: ActFormState): Html {
  const { state, act, help, basis, fields, typed, errors, remark, preview, list } = page;
  const here = `/desk/cases/${state.id}`;
  return html`<p><a class="button second" href="${here}${list}">← 回到事项</a></p>
<h1>${act.name}：${state.title} <span class="tag">${state.id}</span></h1>
<p class="hint">${statusTextOf(state)}　${placeOf(state)}</p>
${errorSummary(errors)}${remark}
<div class="card"><p><strong>怎么填：</strong>${help}</p>
${basis !== undefined && html`<p class="hint">依据：${basis}</p>`}</div>
${act.obstacle !== undefined && remark === undefined && html`<p class="note warn">现在不能办理：${act.obstacle}</p>`}
<form method="post" action="${here}/acts/${act.type}" accept-charset="UTF-8" data-once novalidate>
${keysOf(page.key)}${hidden('_charset_', '')}${hidden('version', String(state.version))}${hidden('list', list)}${hidden('back', `${here}/acts/${act.type}${list}`)}${typed('for') !== undefined && hidden('for', typed('for')!)}
${act.type === 'split' && html`<p><a class="button second" href="${here}/split" target="_blank">打开来信，看每句的编号</a></p>`}
${fieldInputs(fields, typed, errors, page.choices)}
${preview && consequenceCard(preview, page.organNameOf, page.policies)}
<div class="row">${act.obstacle === undefined && toAct(act.name)}<button type="submit" class="second" name="do" value="keep">存草稿</button></div>
</form>`;
}
