import { MOST_ATTACHED } from '../../domain/case/handling/materials.ts';
import { ownProperty } from '../../domain/own-property.ts';
import { filesTyped, uploadedFiles } from '../shared/desk/uploaded-files.ts';
import { choice, DAY_LENGTH, type Field, groupedSelect, textArea, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { CASE_PICKS, type CasePick } from '../shared/words/field-words.ts';
import { type ActField, MOST_ORGANS } from './fields.ts';
import { materialBoxes } from './files-input.ts';
import { fourInput } from './four-input.ts';
import { group, limitField, type Option, organField, radios } from './inputs.ts';
import { partInputs } from './parts-input.ts';
import type { Typed, TypedError } from './typed.ts';

/** What fields are chosen from. */
export interface Choices {
  readonly matters: readonly Option[];
  readonly subtypes: readonly Option[];
  /** Of one's own organ, by their `sub`, as the roster knows them. */
  readonly colleagues: readonly Option[];
  /** Names of all organs. */
  readonly organs: readonly string[];
  /** Files of the case. */
  readonly materials: readonly Option[];
  /** What of the case itself a field names. */
  readonly ofCase: (pick: CasePick) => readonly Option[];
  /** Milestones that are not reached yet, by their numbers. */
  readonly reached: readonly Option[];
  readonly divisions: () => readonly { readonly label: string; readonly options: readonly Option[] }[];
}

/** One field of an act, with its label, its help, what was typed, and what is wrong with it. */
function fieldInput(field: ActField, typed: Typed, errors: readonly TypedError[], choices: Choices): Html {
  const error = errors.find((one) => one.field === field.name)?.detail;
  const { name, kind, words, required } = field;
  const label = required && words.unless === undefined ? `${words.label}（必填）` : words.label;
  const shown = { name, label, hint: words.hint, error, value: typed(name) };
  if (isOfCase(kind)) return caseSelect({ ...shown, required }, choices.ofCase(kind));
  const options = field.choices.map((value) => ({ value, label: ownProperty(words.choices ?? {}, value) ?? value }));
  switch (kind) {
    case 'one-of':
      return group(label, words.hint, error, name, radios(name, options, typed(name), required));
    case 'reached':
      return group(label, words.hint, error, name, reachedBoxes(name, choices.reached, typed));
    case 'some-of':
      return group(label, words.hint, error, name, boxes(name, options, typed));
    case 'subtypes':
      return html`<details><summary>${label}：${words.hint}</summary>${boxes(name, choices.subtypes, typed)}</details>`;
    case 'matter':
      return groupedSelect({ ...shown, none: '请选择', groups: [{ label: '事项', options: choices.matters }] });
    case 'division':
      return groupedSelect({ ...shown, none: '请选择', groups: choices.divisions() });
    case 'organ':
      return organField({ ...shown });
    case 'organs':
      return group(
        label,
        words.hint,
        error,
        name,
        Array.from({ length: MOST_ORGANS }, (_, index) =>
          organField({ name: `${name}-${index}`, label: `第${index + 1}个`, value: typed(`${name}-${index}`) }),
        ),
      );
    case 'colleague':
      return group(label, words.hint, error, name, colleague(name, typed, choices.colleagues));
    case 'person':
      return group(label, words.hint, error, name, person(name, typed));
    case 'date':
      return textField({ ...shown, hint: words.hint ?? '例如 2026-12-31', maxLength: DAY_LENGTH });
    case 'parts':
      return partInputs(typed, choices.matters, errors);
    case 'uploads':
      return group(label, words.hint, error, name, uploadedFiles(filesTyped(typed, MOST_ATTACHED)));
    case 'materials':
      return group(label, words.hint, error, name, materialBoxes(name, choices.materials, typed));
    case 'limit':
      return limitField(label, words.hint, error, name, typed);
    case 'four':
      return fourInput({ ...shown, required }, typed);
    case 'words':
    case 'measures':
    case 'grievances':
    case 'lines':
    case 'milestones':
      return textArea({ ...shown, rows: 5, maxLength: 5_000 });
    case 'receipt':
    case 'name':
      return textField({ ...shown, maxLength: 100 });
  }
}

const isOfCase = (kind: ActField['kind']): kind is CasePick => CASE_PICKS.some((pick) => pick === kind);

/** One of what the case has; where there is only one, nobody has to look for it. */
function caseSelect({ required, ...shown }: Field & { readonly required: boolean }, options: readonly Option[]): Html {
  const [first, ...others] = options;
  const groups = [{ label: shown.label, options }];
  if (first !== undefined && others.length === 0) return groupedSelect({ ...shown, hint: undefined, groups });
  return groupedSelect({ ...shown, none: required ? '请选择' : '不指定', groups });
}

const person = (name: string, typed: Typed): Html[] => [
  textField({ name: `${name}-name`, label: '姓名', value: typed(`${name}-name`), maxLength: 100 }),
  textField({ name: `${name}-sub`, label: '人员标识', value: typed(`${name}-sub`), maxLength: 100 }),
];

/** Chosen from the roster, which need not list everybody: others are typed. */
function colleague(name: string, typed: Typed, colleagues: readonly Option[]): Html | readonly Html[] {
  if (colleagues.length === 0) return person(name, typed);
  const chosen = `${name}-chosen`;
  const groups = [{ label: '本单位', options: colleagues }];
  return html`${groupedSelect({ name: chosen, label: '本单位的同事', value: typed(chosen), none: '请选择', groups })}
<details><summary>名册里没有这个人</summary>${person(name, typed)}</details>`;
}

const boxes = (name: string, options: readonly Option[], typed: Typed): Html[] =>
  options.map(({ value, label }, index) =>
    choice({
      type: 'checkbox',
      id: `${name}-${index}`,
      name: `${name}-${index}`,
      value,
      label,
      isOn: typed(`${name}-${index}`) !== undefined,
    }),
  );

/** Each by its number, so that a draft ticks the same ones after others were reached. */
const reachedBoxes = (name: string, options: readonly Option[], typed: Typed): Html[] =>
  options.map(({ value, label }) => {
    const box = `${name}-${value}`;
    return choice({ type: 'checkbox', id: box, name: box, value, label, isOn: typed(box) !== undefined });
  });

/** The list behind them, once for a page that has one. */
const organNames = (names: readonly string[]): Html =>
  html`<datalist id="organ-names">${names.map((name) => html`<option value="${name}">`)}</datalist>`;

/** All fields of an act, with what is wrong with each. */
export function fieldInputs(
  fields: readonly ActField[],
  typed: Typed,
  errors: readonly TypedError[],
  choices: Choices,
): Html {
  const usesOrgans = fields.some(({ kind }) => ['organ', 'organs', 'parts'].includes(kind));
  return html`${fields.map((field) => fieldInput(field, typed, errors, choices))}
${usesOrgans && organNames(choices.organs)}`;
}
