import { type Html, html } from './html.ts';

/** One input of a form, as it is shown to people. */
export interface Field {
  readonly name: string;
  /** Where several forms of a page have a field of that name; the name otherwise. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  /** What is wrong with it. */
  readonly error?: string | undefined;
}

export interface TextField extends Field {
  readonly type?: 'text' | 'tel' | 'email';
  readonly maxLength: number;
  readonly autocomplete?: string;
  readonly inputMode?: 'decimal' | 'text' | 'tel' | 'email';
}

/** A line to type in. */
export const textField = ({
  type = 'text',
  maxLength,
  autocomplete = 'off',
  inputMode = 'text',
  ...field
}: TextField) =>
  labelled(
    field,
    html`<input id="${field.id ?? field.name}" name="${field.name}" type="${type}" inputmode="${inputMode}" maxlength="${maxLength}" autocomplete="${autocomplete}"
 value="${field.value ?? ''}"${described(field)}>`,
  );

/** Room for many words. */
export const textArea = ({ maxLength, rows, ...field }: Field & { maxLength: number; rows: number }) =>
  // The first line break in a textarea is dropped by browsers, so one is put before what was typed.
  labelled(
    field,
    html`<textarea id="${field.id ?? field.name}" name="${field.name}" rows="${rows}" maxlength="${maxLength}"${described(field)}>
${field.value ?? ''}</textarea>`,
  );

/** A place to choose, grouped. The first entry chooses none. */
export const groupedSelect = ({
  groups,
  none,
  ...field
}: Field & {
  /** The words of choosing nothing, where that may be. */
  none?: string | undefined;
  groups: readonly { label: string; options: readonly { value: string; label: string }[] }[];
}) =>
  labelled(
    field,
    html`<select id="${field.id ?? field.name}" name="${field.name}"${described(field)}>
${none !== undefined && html`<option value="">${none}</option>`}
${groups.map(
  ({ label, options }) => html`<optgroup label="${label}">
${options.map(({ value, label: words }) => html`<option value="${value}"${value === field.value && SELECTED}>${words}</option>`)}
</optgroup>`,
)}
</select>`,
  );

/** Room for a day however people write or paste it. */
export const DAY_LENGTH = 20;

/** One of several answers, with what it means. */
export const radio = ({
  name,
  value,
  label,
  hint,
  chosen,
}: {
  name: string;
  value: string;
  label: string;
  hint: string;
  chosen: boolean;
}): Html => html`<div class="choice">
<input type="radio" id="${name}-${value}" name="${name}" value="${value}" aria-describedby="${name}-${value}-hint"${chosen && CHECKED}>
<label for="${name}-${value}">${label}</label>
<span class="hint" id="${name}-${value}-hint">${hint}</span>
</div>`;

/** One box or one of several answers, without more words. `id`: where several have one name. */
export const choice = ({
  type,
  name,
  value,
  label,
  id = `${name}-${value}`,
  isOn = false,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: string;
  id?: string;
  isOn?: boolean;
}): Html =>
  html`<div class="choice"><input type="${type}" id="${id}" name="${name}" value="${value}"${isOn && CHECKED}><label for="${id}">${label}</label></div>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" autocomplete="off">`;

const SELECTED = html` selected`;
const CHECKED = html` checked`;

const labelled = ({ name, id = name, label, hint, error }: Field, control: Html): Html =>
  html`<div class="field${error !== undefined && ' wrong'}">
<label for="${id}">${label}</label>
${hint !== undefined && html`<span class="hint" id="${id}-hint">${hint}</span>`}
${error !== undefined && html`<span class="error" id="${id}-error">${error}</span>`}
${control}
</div>`;

function described({ name, id = name, hint, error }: Field): Html | undefined {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  if (ids.length === 0) return undefined;
  return html` aria-describedby="${ids.join(' ')}"${error !== undefined && html` aria-invalid="true"`}`;
}

/**
 * What is wrong, each with a link to its field. It takes the focus where there is a script, and is the first thing read
 * where there is none.
 */
export function errorSummary(errors: readonly { readonly field: string; readonly detail: string }[]): Html | undefined {
  if (errors.length === 0) return undefined;
  return html`<div class="summary" id="errors" role="alert" tabindex="-1">
<h2>还差一点，请改好后再提交</h2>
<ul>${errors.map(({ field, detail }) => html`<li><a href="#${field}">${detail}</a></li>`)}</ul>
<p>您写的内容都还在下面。</p>
</div>`;
}
