import type { Period } from '../../../domain/clocks/clock-rule.ts';
import { periodText } from '../../../domain/notices/date-words.ts';
import { sayPage } from '../../../domain/pages/page-texts.ts';
import { MAX_CHARACTERS } from '../complaint-text.ts';
import { errorSummary, groupedSelect, hidden, radio, textArea, textField } from './fields.ts';
import { type Html, html } from './html.ts';
import type { Page, Site } from './page.ts';
import { said } from './prose.ts';

/** What the form asks, by the names of its fields; all as typed. */
export interface TypedComplaint {
  readonly text?: string;
  readonly division?: string;
  readonly address?: string;
  readonly latitude?: string;
  readonly longitude?: string;
  readonly target?: string;
  readonly occurredAt?: string;
  readonly identity?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  /** 通讯地址, of whoever came with a letter. */
  readonly postalAddress?: string;
}

/** What is wrong with one field. */
export interface TypedError {
  readonly field: keyof TypedComplaint;
  readonly detail: string;
}

export interface FormSettings {
  /** Cities of the province with their counties, for the place picker. */
  readonly places: readonly {
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
  /** By when the law wants an answer. */
  readonly promises: { readonly tell: Period; readonly handle: Period };
}

export interface FormState {
  /** Made when the form is shown, so that one form sent twice is one complaint. */
  readonly key: string;
  readonly typed?: TypedComplaint;
  readonly errors?: readonly TypedError[];
  /** Said above the form, when it is shown again for another reason than a wrong field. */
  readonly remark?: Html | undefined;
}

/** 投诉表单, empty or as it was typed. */
export function complaintForm(state: FormState, settings: FormSettings, { texts }: Pick<Site, 'texts'>): Page {
  const { key, typed = {}, errors = [], remark } = state;
  const about = aboutOf(typed, errors);
  return {
    title: errors.length > 0 ? '请改一下表单' : '我要投诉',
    path: '/',
    main: html`<h1>环境污染投诉</h1>
${said(sayPage('page-complain', {}), texts)}
${errorSummary(errors)}
${remark && html`<div class="note" role="alert">${remark}</div>`}
<form method="post" action="/complaints" accept-charset="UTF-8" data-once novalidate>
${hidden('key', key)}${hidden('_charset_', '')}
${matter(about)}
${place(about, settings)}
${person(about, typed.identity)}
${TRAP}
<div class="card">${said(sayPage('page-complain-next', promised(settings)), texts)}</div>
<button type="submit" class="wide">提交投诉</button>
<p class="hint">提交后马上得到登记编号和查询码，并可上传照片。怎样处理您的信息，见<a href="/privacy">隐私说明</a>。</p>
</form>`,
  };
}

type About = (name: keyof TypedComplaint) => {
  name: keyof TypedComplaint;
  value: string | undefined;
  error: string | undefined;
};

/** What was typed into each field, and what is wrong with it. */
export const aboutOf =
  (typed: TypedComplaint, errors: readonly TypedError[]): About =>
  (name) => ({ name, value: typed[name], error: errors.find(({ field }) => field === name)?.detail });

/** What happened. */
export const matter = (about: About): Html => html`<fieldset><legend>发生了什么</legend>
${textArea({
  ...about('text'),
  label: '请写明情况（必填）',
  hint: `例如：什么污染、多久了、什么时候最严重、对您有什么影响、以前反映过没有。最多${MAX_CHARACTERS}字。`,
  rows: 8,
  maxLength: MAX_CHARACTERS,
})}
<p class="hint" id="count" aria-live="off"></p>
${textField({ ...about('target'), label: '投诉谁', hint: '工厂、工地、饭店等的名称；不知道可以不填。', maxLength: 500 })}
${textField({ ...about('occurredAt'), label: '什么时候发生', hint: '例如：昨晚十点；最近一个月每天夜里。', maxLength: 100 })}
</fieldset>`;

/** Where. */
export const place = (about: About, { places }: FormSettings): Html => html`<fieldset><legend>在什么地方</legend>
${groupedSelect({ ...about('division'), label: '县（市、区）', hint: '不清楚可以不选。', none: '请选择', groups: places })}
${textField({ ...about('address'), label: '详细地址', hint: '乡镇街道、路名门牌、小区或村名、附近的明显标志。', maxLength: 500 })}
<details${(about('latitude').value || about('longitude').value || about('latitude').error) && html` open`}><summary>在地图上的位置（可不填）</summary>
<p><button type="button" class="second" id="here" hidden>用我现在的位置</button> <span id="here-told" role="status"></span></p>
<div class="pair">
${textField({ ...about('latitude'), label: '纬度', hint: '例如 31.2304', maxLength: 20, inputMode: 'decimal' })}
${textField({ ...about('longitude'), label: '经度', hint: '例如 121.4737', maxLength: 20, inputMode: 'decimal' })}
</div></details>
</fieldset>`;

const person = (
  about: About,
  identity: string | undefined,
): Html => html`<fieldset id="identity"><legend>怎样告诉您结果</legend>
${radio({
  name: 'identity',
  value: 'named',
  label: '留下联系方式',
  hint: '是否受理、办理结果都会通知您。下面填的联系方式依法保密，承办人员只有说明事由才能查看，每次都有记录；正文里写的姓名、住址他们看得到，请斟酌。',
  chosen: identity !== 'anonymous',
})}
${radio({
  name: 'identity',
  value: 'anonymous',
  label: '匿名',
  hint: '不保存任何联系方式，下面填了也不保存。我们无法通知您；您仍可凭登记编号和查询码查看进展和答复。',
  chosen: identity === 'anonymous',
})}
${about('identity').error !== undefined && html`<p class="error">${about('identity').error}</p>`}
${textField({ ...about('name'), label: '怎么称呼您', hint: '可以只写姓。', maxLength: 100, autocomplete: 'name' })}
${textField({ ...about('phone'), label: '电话', type: 'tel', inputMode: 'tel', maxLength: 40, autocomplete: 'tel', hint: '请留手机号，用于短信通知。' })}
${textField({ ...about('email'), label: '电子邮箱', type: 'email', inputMode: 'email', maxLength: 254, autocomplete: 'email' })}
</fieldset>`;

/** People do not see it, programs fill it in. Its name tempts no browser to fill it in for people. */
const TRAP = html`<div class="away" aria-hidden="true">
<label for="leave-empty">请不要填写这一栏</label>
<input id="leave-empty" name="subject_line" type="text" tabindex="-1" autocomplete="off" value="">
</div>`;

const promised = ({ promises: { tell, handle } }: FormSettings) => ({
  tell: periodText(tell),
  handle: periodText(handle),
});
