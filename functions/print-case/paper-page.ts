import { dateText } from '../../domain/notices/date-words.ts';
import type { OfficialLetter } from '../../domain/notices/outside/official-letter.ts';
import { html } from '../shared/pages/html.ts';
import { STYLE } from './dossier-style.ts';

/** 函、督办单, for A4: a heading, the number, to whom, what, and who signs; the seal goes on by hand. */
export const paperPage = ({ title, number, to, paragraphs, from, day }: OfficialLetter): string =>
  html`${{ html: '<!DOCTYPE html>' }}
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${{ html: STYLE }}</style></head>
<body><h1>${title}</h1>
${number !== undefined && html`<p class="number">${number}</p>`}
<p>${to}：</p>
${paragraphs.map((words) => html`<div class="words indented">${words}</div>`)}
<p class="signed">${from}（盖章）<br>${dateText(day)}</p>
</body></html>`.html;
