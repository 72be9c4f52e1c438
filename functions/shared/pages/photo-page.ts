import { hidden } from './fields.ts';
import { html } from './html.ts';
import type { Page } from './page.ts';
import { type PhotoOffer, photoForm } from './photo-form.ts';

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** 照片已收到: offers what the photo knows of its place, and room for the next one. */
export function photoPage(
  { key, position, placed }: { key: string; position?: Position | undefined; placed: boolean },
  photo: PhotoOffer,
): Page {
  return {
    title: placed ? '拍摄地点已补充' : '照片已收到',
    postsTo: photo.form?.action,
    main: html`<h1>${placed ? '拍摄地点已补充' : '照片已收到'}</h1>
<p>${placed ? '拍摄地点已转给承办人员。' : '照片会附在您的投诉里，由承办人员查看。'}</p>
${!placed && position && placeOffer(key, position)}
${photoForm(photo)}
<p><a href="/progress">查询进展</a></p>`,
  };
}

const placeOffer = (
  key: string,
  position: Position,
) => html`<form class="note" method="post" action="/photos" accept-charset="UTF-8">
<p>照片里记着拍摄地点：${positionText(position)}。要用作投诉地点吗？不选，就不会保存。</p>
${hidden('key', key)}
<button type="submit">用作投诉地点</button>
</form>`;

/** "北纬31.23040°，东经121.47370°". */
export function positionText({ latitude, longitude }: Position): string {
  const [north, east] = [latitude < 0 ? '南纬' : '北纬', longitude < 0 ? '西经' : '东经'];
  return `${north}${Math.abs(latitude).toFixed(5)}°，${east}${Math.abs(longitude).toFixed(5)}°`;
}

/** For an upload that is not there any more, and for one that never was. */
export const unknownPhotoPage: Page = {
  title: '没有找到这张照片',
  main: html`<h1>没有找到这张照片</h1>
<p>可能已经过了两个小时。如果还要补充照片，请凭登记编号和查询码，在<a href="/progress">查询进展</a>页面补充。</p>`,
};
