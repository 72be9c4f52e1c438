import type { Case } from '../../domain/case/case.ts';
import { choice } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { Typed } from './typed.ts';

/** Files of a case that a form offers, the latest first. */
const MOST_OFFERED = 40;

export interface Material {
  readonly value: string;
  readonly label: string;
}

export const materialsOf = ({ materials = [] }: Case): readonly Material[] =>
  materials
    .toReversed()
    .slice(0, MOST_OFFERED)
    .map(({ key, number, name }) => ({ value: key, label: `第${number}号：${name}` }));

/** Boxes of the case's files, and the way to add more without losing what was typed. */
export function materialBoxes(name: string, materials: readonly Material[], typed: Typed): Html {
  const chosen = new Set(materialsTyped(name, typed));
  return html`${materials.length === 0 && html`<p class="hint">本件还没有材料。</p>`}
${materials.map(({ value, label }, index) =>
  choice({ type: 'checkbox', name: `${name}-${index}`, value, label, id: `${name}-${index}`, isOn: chosen.has(value) }),
)}
<p><button type="submit" class="second" name="do" value="files">添加照片、材料（已写的内容会保留）</button></p>`;
}

/** Keys of the files that were ticked. */
export const materialsTyped = (name: string, typed: Typed): readonly string[] =>
  Array.from({ length: MOST_OFFERED }, (_, index) => typed(`${name}-${index}`)).filter((key) => key !== undefined);

/** What was typed, with the files that were added since ticked besides: the latest `added` ones. */
export function withAdded(
  typed: Typed,
  materials: readonly Material[],
  added: number,
  fields: readonly string[],
): Typed {
  if (!(added > 0)) return typed;
  const latest = materials.slice(0, added).map(({ value }) => value);
  const ticked = new Map<string, string | undefined>(
    fields.flatMap((name) => {
      const all = new Set([...materialsTyped(name, typed), ...latest]);
      return Array.from({ length: MOST_OFFERED }, (_, index) => [`${name}-${index}`, [...all][index]] as const);
    }),
  );
  return (name) => (ticked.has(name) ? ticked.get(name) : typed(name));
}
