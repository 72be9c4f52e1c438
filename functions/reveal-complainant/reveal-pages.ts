import { REVEAL_REASONS } from '../../domain/case/acts/reveal-contact.ts';
import type { Case } from '../../domain/case/case.ts';
import { isOutOfReach, lettersOf } from '../../domain/case/people/complainants.ts';
import { moment } from '../../domain/notices/date-words.ts';
import type { Revealed } from '../../usecases/staff/reveal-contact.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { choice, groupedSelect, hidden } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { CHANNEL_WORDS } from '../shared/words/words.ts';

export interface RevealForm {
  readonly state: Case;
  readonly list: string;
  readonly key: FormKey;
  /** What was chosen before. */
  readonly typed: (name: string) => string | undefined;
  readonly wrong: string | undefined;
  readonly obstacle: string | undefined;
}

/** 事由 first: nothing is shown before it is on record. */
export function revealForm({ state, list, key, typed, wrong, obstacle }: RevealForm): Html {
  const letters = lettersOf(state);
  const here = `/desk/cases/${state.id}`;
  return html`<p><a class="button second" href="${here}${list}">← 回到事项</a></p>
<h1>查看信访人联系方式 <span class="tag">${state.id}</span></h1>
<div class="card"><p>谁在什么时候因为什么事由看过，都记在这件事项的办理经过里。联系方式显示5分钟，不要抄录、拍照，更不能告诉被反映的单位和个人。</p></div>
${wrong !== undefined && html`<p class="note warn" role="alert">${wrong}</p>`}
${
  obstacle === undefined
    ? html`<form method="post" action="${here}/complainant" accept-charset="UTF-8">
${keysOf(key)}${hidden('list', list)}${hidden('back', `${here}/complainant${list}`)}
<fieldset id="reason"><legend>事由（必填）</legend>${Object.entries(REVEAL_REASONS).map(([value, label]) =>
        choice({ type: 'radio', name: 'reason', value, label, isOn: typed('reason') === value }),
      )}</fieldset>
${letters.length > 1 && groupedSelect({ name: 'receipt', label: '哪一封来信的信访人', value: typed('receipt') ?? state.id, none: '最初的来信', groups: [{ label: '来信', options: letters.map((value) => ({ value, label: `${value}${isOutOfReach(state, value) ? '（无法联系）' : ''}` })) }] })}
<div class="row"><button type="submit">记录事由并查看</button></div></form>`
    : html`<p class="note warn">${obstacle}</p>`
}`;
}

/** What they left, for five minutes. */
export function revealedPage({ receipt, sender, expiresAt }: Revealed, reason: string, back: string): Html {
  const { channel, anonymous, contact } = sender;
  const { name, phone, email, postalAddress } = contact ?? {};
  const facts = [
    ['姓名', name],
    ['电话', phone && html`<a href="tel:${phone}">${phone}</a>`],
    ['电子邮箱', email],
    ['通讯地址', postalAddress],
  ] as const;
  const known = facts.filter(([, value]) => value !== undefined);
  return html`<h1>信访人联系方式</h1>
<p class="note" role="status">已记录：${reason}，来信${receipt}（${CHANNEL_WORDS[channel]}）。本页到${moment(expiresAt)}自动离开。</p>
<div class="card"><dl class="facts">${known.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${known.length === 0 && html`<p>${anonymous ? '信访人要求匿名，没有联系方式。' : '信访人没有留下姓名、电话、邮箱和地址，请通过来信的渠道联系。'}</p>`}</div>
<p><a class="button" href="${back}">看完了，回到事项</a></p>`;
}
