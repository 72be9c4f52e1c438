import { ENTERED } from '../../domain/complaint.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { uploadedFiles } from '../shared/desk/uploaded-files.ts';
import {
  aboutOf,
  type FormSettings,
  matter,
  place,
  type TypedComplaint,
  type TypedError,
} from '../shared/pages/complaint-form.ts';
import { choice, errorSummary, hidden, radio, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { CHANNEL_WORDS } from '../shared/words/words.ts';

export interface EnterState {
  readonly key: FormKey;
  readonly typed: TypedComplaint;
  readonly channel: string | undefined;
  /** Scans that came, with the names that they were given. */
  readonly files: readonly { readonly key: string; readonly name: string | undefined }[];
  readonly errors?: readonly (TypedError | NoChannel)[];
  readonly remark?: Html | undefined;
}

/** Nobody said how it came. */
export interface NoChannel {
  readonly field: 'channel';
  readonly detail: string;
}

/** 录入: what a visitor says, what stands in a letter. */
export function enterForm(
  { key, typed, channel, files, errors = [], remark }: EnterState,
  settings: FormSettings,
): Html {
  const noChannel = errors.find((one) => one.field === 'channel');
  const about = aboutOf(
    typed,
    errors.filter((one) => one.field !== 'channel'),
  );
  return html`<h1>录入来信、来访、来电</h1>
<p class="hint">写下对方说的，不替对方下结论。身份和联系方式只进保密库，办理的同事看不到。</p>
${errorSummary(errors)}
${remark && html`<div class="note warn" role="alert">${remark}</div>`}
<form method="post" action="/desk/enter" accept-charset="UTF-8" data-once novalidate>
${keysOf(key)}${hidden('_charset_', '')}${hidden('back', '/desk/enter')}
<fieldset id="channel"><legend>怎么来的（必填）</legend>${noChannel && html`<span class="error">${noChannel.detail}</span>`}${ENTERED.map((one) => sourceOf(one, channel))}</fieldset>
${matter(about)}
${place(about, settings)}
<fieldset id="files"><legend>扫描件、照片</legend>
${files.length > 0 && html`<p class="hint">已收到${files.length}份。不要的，清空它的名称。</p>`}${uploadedFiles(files)}
<p><button type="submit" class="second" name="do" value="files">添加扫描件、照片（已写的内容会保留）</button></p></fieldset>
<fieldset id="identity"><legend>信访人</legend>
${radio({ name: 'identity', value: 'named', label: '实名', hint: '留一种联系方式；没有电话和邮箱的，写通讯地址。', chosen: typed.identity !== 'anonymous' })}
${radio({ name: 'identity', value: 'anonymous', label: '匿名', hint: '下面填了也不保存。', chosen: typed.identity === 'anonymous' })}
${textField({ ...about('name'), label: '姓名', maxLength: 100 })}
${textField({ ...about('phone'), label: '电话', type: 'tel', inputMode: 'tel', maxLength: 40 })}
${textField({ ...about('email'), label: '电子邮箱', type: 'email', inputMode: 'email', maxLength: 254 })}
${textField({ ...about('postalAddress'), label: '通讯地址', hint: '书面答复寄到这里。', maxLength: 200 })}
</fieldset>
<div class="row"><button type="submit" name="do" value="enter">录入</button>
<button type="submit" class="second" name="do" value="look">先查重</button></div>
</form>`;
}

const sourceOf = (channel: (typeof ENTERED)[number], chosen: string | undefined): Html =>
  choice({ type: 'radio', name: 'channel', value: channel, label: CHANNEL_WORDS[channel], isOn: channel === chosen });
