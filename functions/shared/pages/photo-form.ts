import type { UploadForm } from '../../../domain/upload.ts';
import { hidden } from './fields.ts';
import { type Html, html } from './html.ts';
import { LARGEST_FILE, MOST_BYTES, REFUSED_IN_ENGLISH } from './upload-size.ts';

/** The way to send one more photo; without a form, none may be sent today. */
export interface PhotoOffer {
  readonly form: UploadForm | undefined;
}

/**
 * Left at the formats that every browser shows: asked for these alone, an iPhone hands over JPEG in place of its own
 * HEIC.
 */
const ACCEPTED = 'image/jpeg,image/png,image/webp';

/** 上传照片, one at a time, since S3 takes one file a form. */
export const photoForm = ({ form }: PhotoOffer): Html =>
  form === undefined
    ? html`<p class="note">今天补充的照片已经很多，请明天再传，或在<a href="/progress">查询进展</a>页面用文字说明。</p>`
    : html`<form class="card" method="post" action="${form.action}" enctype="multipart/form-data" data-once>
<h2>上传照片（可不传）</h2>
${Object.entries(form.fields).map(([name, value]) => hidden(name, value))}
<div class="field">
<label for="file">现场照片</label>
<span class="hint" id="file-hint">每次一张，${LARGEST_FILE}；传完可以接着传下一张。照片里的拍摄地点、手机型号等信息会自动去除。</span>
<input id="file" name="file" type="file"${MOST_BYTES} accept="${ACCEPTED}" aria-describedby="file-hint" required>
${REFUSED_IN_ENGLISH}
</div>
<button type="submit" class="second">上传照片</button>
</form>`;
