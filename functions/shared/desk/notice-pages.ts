import { html } from '../pages/html.ts';
import type { DeskPage } from './page.ts';
import { DESK } from './paths.ts';

/** What staff are told when a request cannot be served. */
export const problemPage = ({
  title,
  detail,
  traceId,
}: {
  title: string;
  detail?: string | undefined;
  traceId: string;
}): DeskPage => ({
  title,
  main: html`<h1>${title}</h1>
${detail !== undefined && html`<p>${detail}</p>`}
<p><a class="button" href="${DESK}">回到工作台</a></p>
<p class="hint">如需求助，请提供这个编号：${traceId}</p>`,
});

/** A form that was not shown here, or not to this session: nothing was done. */
export const forgedPage = (back: string): DeskPage => ({
  title: '没有办理',
  main: html`<h1>这份表单不是从本页面提交的</h1>
<p>为防止冒用您的身份，没有办理任何事项。如果您刚刚重新登录过，请回到原来的页面再提交一次。</p>
<p><a class="button" href="${back}">回到原来的页面</a></p>`,
});

/** A form of whom nobody knows who they are: they logged out in another window, or left it open for days. */
export const unsentPage = (words: readonly string[], logIn: string): DeskPage => ({
  title: '没有办理',
  main: html`<h1>您已退出登录，没有办理</h1>
<p>下面是您写的内容，离开本页就看不到了。请先复制下来，登录后再填。</p>
${words.map((one) => html`<p class="said">${one}</p>`)}
<p><a class="button" href="${logIn}">登录</a></p>`,
});

/** Where one logs in. */
export const logInPage = (to: string, remark?: string): DeskPage => ({
  title: '登录',
  main: html`<div class="narrow"><h1>工作人员登录</h1>
${remark !== undefined && html`<p class="note" role="status">${remark}</p>`}
<p>请用本单位的统一身份登录。</p>
<p><a class="button wide" href="/login/start?to=${encodeURIComponent(to)}">登录</a></p>
<p class="hint">30分钟没有操作、或者登录满10小时，需要重新登录；您正在填写的内容会保留。</p>
<p class="hint">群众投诉不从这里进，请打开投诉页面。</p></div>`,
});
