import { hidden, textField } from '../pages/fields.ts';
import { type Html, html } from '../pages/html.ts';

interface Uploaded {
  readonly key: string;
  readonly name: string | undefined;
}

/** 材料名称, one for each file that came: what `filesTyped` reads. */
export const uploadedFiles = (files: readonly Uploaded[]): Html =>
  html`${files.map(
    ({ key, name }, index) =>
      html`${hidden(`files-${index}-key`, key)}${textField({ name: `files-${index}-name`, label: `第${index + 1}份的名称`, hint: index === 0 ? '例如：现场照片、检查笔录。' : undefined, value: name, maxLength: 100 })}`,
  )}`;

/** The same, as a form has them. */
export const filesTyped = (typed: (name: string) => string | undefined, most: number): readonly Uploaded[] =>
  Array.from({ length: most }, (_, index) => [typed(`files-${index}-key`), typed(`files-${index}-name`)]).flatMap(
    ([key, name]) => (key === undefined ? [] : [{ key, name }]),
  );
