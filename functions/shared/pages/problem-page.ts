import { html } from './html.ts';
import type { Page } from './page.ts';

/** What people are told when a request cannot be served: what happened, and what they can do. */
export function problemPage({ title, advice, traceId }: { title: string; advice: string; traceId: string }): Page {
  return {
    title,
    main: html`<h1>${title}</h1>
<p>${advice}</p>
<p><a href="/">回到投诉页面</a></p>
<p class="hint">如需求助，请提供这个编号：${traceId}</p>`,
  };
}
