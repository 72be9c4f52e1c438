import type { Case } from '../../domain/case/case.ts';
import type { UploadForm } from '../../domain/upload.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { uploadedFiles, uploadForm } from '../shared/desk/uploaded-files.ts';
import { hidden, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';

interface Uploads {
  readonly state: Case;
  /** Keys of what came. */
  readonly files: readonly string[];
  /** The act that waits for them, or "". */
  readonly forAct: string;
  readonly list: string;
  readonly key: FormKey;
  /** None where no more fit into one act. */
  readonly form: UploadForm | undefined;
}

/** What came, to be named and added; and room for the next. */
export function uploadsPage({ state, files, forAct, list, key, form }: Uploads): Html {
  const here = `/desk/cases/${state.id}`;
  const back = forAct === '' ? here : `${here}/acts/${forAct}`;
  return html`<p><a class="button second" href="${back}${list}">← ${forAct === '' ? '回到事项' : '回到刚才的表单'}</a></p>
<h1>添加材料：${state.title} <span class="tag">${state.id}</span></h1>
${
  files.length > 0 &&
  html`<form class="card" method="post" action="${here}/acts/attach" accept-charset="UTF-8" data-once>
<h2>已收到${files.length}份，还没有添加到本件</h2>
${keysOf(key)}${hidden('version', String(state.version))}${hidden('list', list)}${hidden('for', forAct)}${hidden('back', `${here}/acts/attach`)}
${uploadedFiles(files.map((one, index) => ({ key: one, name: `材料${(state.materials?.length ?? 0) + index + 1}` })))}
${textField({ name: 'remark', label: '备注', maxLength: 500 })}
<div class="row"><button type="submit" name="do" value="act">添加到本件</button></div></form>`
}
${form ? uploadForm(form, files.length, '照片、录像、笔录、文书') : html`<p class="note warn">一次最多添加${files.length}份，请先添加上面的，再传其余的。</p>`}`;
}
