import type { UploadForm } from '../../../domain/upload.ts';
import { hidden, textField } from '../pages/fields.ts';
import { type Html, html } from '../pages/html.ts';
import { LARGEST_FILE, MOST_BYTES, REFUSED_IN_ENGLISH } from '../pages/upload-size.ts';

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

/** The form that takes one file straight to the bucket. `before`: how many came already. */
export const uploadForm = ({ action, fields }: UploadForm, before: number, what: string): Html =>
  html`<form class="card" method="post" action="${action}" enctype="multipart/form-data" data-once>
<h2>${before === 0 ? '上传文件' : '再传一份'}</h2>
${Object.entries(fields).map(([name, value]) => hidden(name, value))}
<div class="field"><label for="file">${what}</label>
<span class="hint" id="file-hint">每次一份，${LARGEST_FILE}。照片里的拍摄地点、手机型号等信息会自动去除，文书原样保存。</span>
<input id="file" name="file" type="file"${MOST_BYTES} aria-describedby="file-hint" required>${REFUSED_IN_ENGLISH}</div>
<button type="submit"${before > 0 && html` class="second"`}>上传</button></form>`;
