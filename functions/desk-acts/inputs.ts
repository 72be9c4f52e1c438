import { raw } from '../shared/pages/document.ts';
import { choice } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { Typed } from './typed.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

const UNITS: readonly Option[] = [
  { value: 'calendar-days', label: '日（节假日计算在内）' },
  { value: 'working-days', label: '个工作日' },
  { value: 'hours', label: '小时' },
];

/** Inputs that are one answer, under a common heading. */
export const group = (
  label: string,
  hint: string | undefined,
  error: string | undefined,
  name: string,
  inside: Html | readonly Html[],
): Html => html`<fieldset id="${name}" tabindex="-1"><legend>${label}</legend>
${hint !== undefined && html`<span class="hint">${hint}</span>`}${error !== undefined && html`<span class="error">${error}</span>`}${inside}</fieldset>`;

/** One of several answers; where none is asked for, also none. */
export const radios = (
  name: string,
  options: readonly Option[],
  chosen: string | undefined,
  required: boolean,
): Html[] =>
  [...(required ? [] : [{ value: '', label: '不指定' }]), ...options].map(({ value, label }, index) =>
    choice({ type: 'radio', id: `${name}-${index}`, name, value, label, isOn: value === (chosen ?? '') }),
  );

/** An organ by its name, from a list that browsers search as one types. */
export const organField = ({
  name,
  label,
  hint,
  value,
  error,
}: {
  name: string;
  label: string;
  hint?: string | undefined;
  value: string | undefined;
  error?: string | undefined;
}): Html => html`<div class="field${error !== undefined && ' wrong'}"><label for="${name}">${label}</label>
${hint !== undefined && html`<span class="hint">${hint}</span>`}${error !== undefined && html`<span class="error">${error}</span>`}
<input id="${name}" name="${name}" list="organ-names" maxlength="100" autocomplete="off" value="${value ?? ''}"></div>`;

/** A period from when the case comes. */
export const limitField = (
  label: string,
  hint: string | undefined,
  error: string | undefined,
  name: string,
  typed: Typed,
): Html =>
  group(
    label,
    hint,
    error,
    name,
    html`<div class="field"><label for="${name}-count">多少</label>
<input id="${name}-count" name="${name}-count" inputmode="numeric" maxlength="4" autocomplete="off" value="${typed(`${name}-count`) ?? ''}"></div>
<div class="field"><label for="${name}-unit">单位</label><select id="${name}-unit" name="${name}-unit">${UNITS.map(
      ({ value, label: words }) =>
        html`<option value="${value}"${value === typed(`${name}-unit`) && raw(' selected')}>${words}</option>`,
    )}</select></div>`,
  );
