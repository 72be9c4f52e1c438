import { CHECK_NAMES, FOUR_CHECKS } from '../../domain/case/answer/four-checks.ts';
import { raw } from '../shared/pages/document.ts';
import { type Field, textArea } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { group, type Option, radios } from './inputs.ts';
import type { Typed } from './typed.ts';
import { fourIn } from './typed-closing.ts';

/** 四个不放过, folded away where the case need not show them and nobody has begun to. */
export function fourInput(field: Field & { readonly required: boolean }, typed: Typed): Html {
  const { name, label, hint, error, required } = field;
  const checks = group(label, hint, error, name, fourChecks(name, typed, required));
  const isBegun = fourIn(name, typed) !== undefined;
  return required
    ? checks
    : html`<details${isBegun && raw(' open')}><summary>${label}（重点事项才要写）</summary>${checks}</details>`;
}

const YES_OR_NO: readonly Option[] = [
  { value: 'yes', label: '做到了' },
  { value: 'no', label: '没有做到' },
];

const fourChecks = (name: string, typed: Typed, required: boolean): Html[] =>
  CHECK_NAMES.map((check) => {
    const [met, words] = [`${name}-${check}-met`, `${name}-${check}-words`];
    const text = textArea({ name: words, label: '证据或者理由', value: typed(words), rows: 2, maxLength: 300 });
    return group(FOUR_CHECKS[check], undefined, undefined, `${name}-${check}`, [
      ...radios(met, YES_OR_NO, typed(met), required),
      text,
    ]);
  });
